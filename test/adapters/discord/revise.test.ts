import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/view/view.ts';
import { reviserContract } from '../../contracts/reviser.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const EDIT = 'PATCH /channels/{channel_id}/messages/{message_id}';
const at = (chat: string) => ({ platform: 'discord', chat });
const view = (text: string): View => ({ blocks: [{ kind: 'text', spans: [{ kind: 'plain', text }] }], actions: [] });

async function start() {
  const all = await startDiscordBot();
  return { ...all, guild: all.discord.addGuild({ members: [all.discord.addUser()] }) };
}

reviserContract(async () => {
  const { discord, bot, guild } = await start();
  const general = discord.addChannel(guild);
  return {
    bot,
    to: at(general.id),
    texts: () => discord.messages(general).map(({ text }) => text),
    ids: () => discord.messages(general).map(({ id }) => id),
    edits: () => discord.calls(EDIT).length,
    deleteMessage: (id) => discord.deleteMessage({ channelId: general.id, id }),
    refuseOnce: () => discord.fault({ on: EDIT, action: { kind: 'status', status: 502 } }),
  };
});

describe('a revision on Discord', () => {
  it('is made in the post of a forum', async () => {
    const { discord, bot, guild } = await start();
    const forum = discord.addChannel(guild, { type: 15 });
    const sent: string[][] = [];
    const onPartSent = async (_: number, ids: readonly string[]) => void sent.push([...ids]);
    await bot.deliver(at(forum.id), view('Old news'), makeDeliverOptions({ onPartSent }));
    const change = { id: 'reading@noon', language: 'en', before: view('Old news'), after: view('New news') } as const;
    await bot.revise(at(forum.id), { ...change, confirmedParts: sent });
    const [post] = discord.threads(forum);
    expect(post && discord.messages(post).map(({ text }) => text)).toEqual(['New news']);
  });

  it('never becomes several messages, even if Discord refuses it whole', async () => {
    const { discord, bot, guild } = await start();
    const general = discord.addChannel(guild);
    const long = (word: string) => view(`${word} ${'The ferry waits at the pier. '.repeat(40)}`);
    const sent: string[][] = [];
    const onPartSent = async (_: number, ids: readonly string[]) => void sent.push([...ids]);
    await bot.deliver(at(general.id), long('Old'), makeDeliverOptions({ onPartSent }));
    const action = { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' } as const;
    discord.fault({ on: EDIT, times: 9, action });
    const change = { id: 'reading@noon', language: 'en', before: long('Old'), after: long('New') } as const;
    const revising = bot.revise(at(general.id), { ...change, confirmedParts: sent });
    await expect(revising).rejects.toMatchObject({ reason: 'refused' });
    expect(discord.messages(general).map(({ text }) => text)).toEqual([expect.stringMatching(/^Old/u)]);
  });
});
