import { describe, expect, it } from 'vitest';
import { messageView } from '../../../src/view/message-view.ts';
import type { FaultAction } from '../../emulators/discord/faults.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const phases = ['before', 'after'] as const;
const FAULTS: readonly (readonly [string, FaultAction])[] = [
  ...phases.flatMap((phase) => [
    [`502 ${phase}`, { kind: 'status', status: 502, phase }] as const,
    [`a cut connection ${phase}`, { kind: 'reset', phase }] as const,
    [`a delay ${phase}`, { kind: 'delay', ms: 50, phase }] as const,
    [`a broken answer ${phase}`, { kind: 'garbage', phase }] as const,
  ]),
  ['an unknown error code', { kind: 'error', status: 400, code: 987_654, message: 'Something new' }],
  ['a wait', { kind: 'rate', retryAfter: 0.2 }],
  ['an unknown token', { kind: 'error', status: 401, code: 0, message: '401: Unauthorized' }],
];

const CROSSPOSTED = 1 << 0;

const view = messageView('The ferry is back.');

describe('a digest in a channel with slow mode', () => {
  it('arrives whole, each part once', async () => {
    const { discord, bot } = await startDiscordBot();
    const guild = discord.addGuild();
    const channel = discord.addChannel(guild, { slowModeMs: 700 });
    const spans = [{ kind: 'plain' as const, text: 'The ferry waits at the pier. '.repeat(100) }];
    const long = { blocks: Array.from({ length: 3 }, () => ({ kind: 'text' as const, spans })), actions: [] };
    await bot.deliver({ platform: 'discord', chat: channel.id, server: guild.id }, long, makeDeliverOptions());
    const arrived = discord.messages(channel);
    expect(
      arrived
        .map(({ text }) => text)
        .join('')
        .match(/ferry/g),
    ).toHaveLength(300);
    expect([arrived.length > 1, discord.earlyRetries()]).toEqual([true, 0]);
  });
});

/** Delivers, and if that fails, once more like the next attempt. */
async function deliverUnder(on: string, { type, action }: { type: 0 | 5 | 15; action: FaultAction }) {
  const { discord, bot } = await startDiscordBot();
  const guild = discord.addGuild();
  const channel = discord.addChannel(guild, { type });
  const to = { platform: 'discord', chat: channel.id, server: guild.id };
  discord.fault({ on, action });
  const deliver = () => bot.deliver(to, view, makeDeliverOptions({ forFollowers: type === 5 }));
  await deliver().catch(deliver);
  return { discord, channel };
}

describe.each(FAULTS)('after %s', (_what, action) => {
  it('a message is shown once', async () => {
    const { discord, channel } = await deliverUnder('POST /channels/{channel_id}/messages', { type: 0, action });
    expect(discord.messages(channel)).toHaveLength(1);
  });

  it('a post is in the forum once', async () => {
    const { discord, channel } = await deliverUnder('POST /channels/{channel_id}/threads', { type: 15, action });
    expect(discord.threads(channel)).toHaveLength(1);
  });

  it('a post is in the forum even if the forum could not be read', async () => {
    const { discord, channel } = await deliverUnder('GET /channels/{channel_id}', { type: 15, action });
    expect(discord.threads(channel)).toHaveLength(1);
  });

  it('an announcement is shown once, and crossposted', async () => {
    const crosspost = 'POST /channels/{channel_id}/messages/{message_id}/crosspost';
    const { discord, channel } = await deliverUnder(crosspost, { type: 5, action });
    expect(discord.messages(channel).map(({ flags }) => flags & CROSSPOSTED)).toEqual([CROSSPOSTED]);
  });
});
