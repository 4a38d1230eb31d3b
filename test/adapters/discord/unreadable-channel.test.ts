import { expect, it } from 'vitest';
import type { FaultAction } from '../../emulators/discord/faults.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const LIST = 'GET /channels/{channel_id}/messages';
const CHANNEL = 'GET /channels/{channel_id}';
const FAILING: FaultAction = { kind: 'status', status: 500 };
const FORBIDDEN: FaultAction = { kind: 'error', status: 403, code: 50_001, message: 'Missing Access' };

/** What a channel shows after a part that may have been sent before, with faults in what the bot reads. */
async function deliverAgain(faults: readonly { on: string; times: number; action: FaultAction }[]): Promise<string[]> {
  const { discord, bot } = await startDiscordBot();
  const guild = discord.addGuild({ members: [discord.addUser()] });
  const general = discord.addChannel(guild);
  for (const fault of faults) discord.fault(fault);
  const blocks = [{ kind: 'text', spans: [{ kind: 'plain', text: 'The ferry is back.' }] }] as const;
  const options = makeDeliverOptions({ mayHaveBeenSentSince: new Date() });
  const to = { platform: 'discord', chat: general.id, server: guild.id };
  await bot.deliver(to, { blocks: [...blocks], actions: [] }, options);
  return discord.messages(general).map(({ text }) => text);
}

it('sends what may have been sent before if the channel cannot be read', async () => {
  expect(await deliverAgain([{ on: LIST, times: 1, action: FORBIDDEN }])).toEqual(['The ferry is back.']);
});

it('sends what may have been sent before if neither the list nor the newest message can be read', async () => {
  const faults = [
    { on: LIST, times: 4, action: FAILING },
    { on: CHANNEL, times: 1, action: FORBIDDEN },
  ];
  expect(await deliverAgain(faults)).toEqual(['The ferry is back.']);
});
