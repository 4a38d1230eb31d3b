import { describe, expect, it } from 'vitest';
import type { Address } from '../../../../src/subscription/address.ts';
import type { Block, View } from '../../../../src/view/view.ts';
import type { DiscordOptions } from '../../../emulators/discord/discord.ts';
import { makeDeliverOptions } from '../../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../../fixtures/discord-bot.ts';

const MESSAGES = 'POST /channels/{channel_id}/messages';
const chinese = '末班渡轮离开码头的时候，雨还没有停。';
const say = (text: string): Block => ({ kind: 'text', spans: [{ kind: 'plain', text }] });
const numbered = (count: number): Block[] =>
  Array.from({ length: count }, (_, at) => say(`№${at}. ${chinese.repeat(6)}`));
const contents = Array.from({ length: 30 }, (_, at) => ({
  label: `${at + 1} 码头上的人`,
  role: 'contents' as const,
  command: `/section abc ${at + 1}`,
}));
const pier: Block = {
  kind: 'image',
  picture: { url: 'https://img.example.org/a.jpg', fallbacks: [], alt: 'A pier', caption: null, credit: null },
};

async function start(options: DiscordOptions = {}) {
  const all = await startDiscordBot(options);
  const guild = all.discord.addGuild({ members: [all.discord.addUser()] });
  const channel = all.discord.addChannel(guild);
  const forum = all.discord.addChannel(guild, { type: 15 });
  const at = (chat: string): Address => ({ platform: 'discord', chat, server: guild.id });
  const read = () => all.discord.messages(channel).map(({ text }) => text);
  return { ...all, guild, channel, forum, at, read };
}

function expectEach(texts: readonly string[], count: number): void {
  const all = texts.join('\n');
  const times = Array.from({ length: count }, (_, at) => all.split(`№${at}.`).length - 1);
  expect(times).toEqual(times.map(() => 1));
}

describe('a message that Discord answers with 500 again and again', () => {
  const view: View = { blocks: [...numbered(20), pier], actions: contents };

  it('arrives in smaller ones, in order, with its menu', async () => {
    const { bot, discord, channel, at, read } = await start({ quirks: { maxTextBytes: 4000 } });
    const sent: string[][] = [];
    await bot.deliver(
      at(channel.id),
      view,
      makeDeliverOptions({ onPartSent: async (_part, ids) => void sent.push([...ids]) }),
    );
    expectEach(read(), 20);
    expect(read().join('').indexOf('№3.')).toBeLessThan(read().join('').indexOf('№12.'));
    expect(sent.flat()).toEqual(discord.messages(channel).map(({ id }) => id));
    const options = discord.messages(channel).flatMap(({ menus }) => menus.flatMap((menu) => menu.options));
    expect(options.map(({ value }) => value)).toEqual(contents.map(({ command }) => command));
  });

  it('arrives in a forum too, all in one post', async () => {
    const { bot, discord, forum, at } = await start({ quirks: { maxTextBytes: 4000 } });
    await bot.deliver(at(forum.id), view, makeDeliverOptions());
    const [post, ...others] = discord.threads(forum);
    expect(others).toEqual([]);
    expectEach(
      discord.messages(post ?? forum).map(({ text }) => text),
      20,
    );
  });

  it('arrives whole after a kill between two halves', async () => {
    const { bot, discord, channel, at, read } = await start({ quirks: { maxTextBytes: 4000 }, nonceMs: 1 });
    discord.fault({ on: MESSAGES, skip: 9, action: { kind: 'error', status: 403, code: 50_013, message: 'No' } });
    const startedAt = new Date();
    const deliver = () => bot.deliver(at(channel.id), view, makeDeliverOptions({ mayHaveBeenSentSince: startedAt }));
    await expect(deliver()).rejects.toMatchObject({ reason: 'forbidden' });
    expect(read().length).toBeGreaterThan(0);
    await deliver();
    expectEach(read(), 20);
  });

  it('is busy if Discord accepts no form of it', async () => {
    const { bot, discord, channel, at, read } = await start();
    discord.fault({ on: MESSAGES, times: 1000, action: { kind: 'error', status: 500, code: 0, message: '500' } });
    await expect(bot.deliver(at(channel.id), view, makeDeliverOptions())).rejects.toMatchObject({ reason: 'busy' });
    expect(read()).toEqual([]);
  });
});

describe('a channel that cannot be listed', () => {
  it('gets the rest of a digest, and what arrived before a kill is found by its id', async () => {
    const { bot, channel, at, read } = await start({ quirks: { listFailsWithContainers: true }, nonceMs: 1 });
    const view: View = { blocks: numbered(60), actions: [] };
    const startedAt = new Date();
    const killed = makeDeliverOptions({
      mayHaveBeenSentSince: startedAt,
      onPartSent: async () => await Promise.reject(new Error('killed')),
    });
    await expect(bot.deliver(at(channel.id), view, killed)).rejects.toThrow('killed');
    expect(read()).toHaveLength(1);
    await bot.deliver(at(channel.id), view, makeDeliverOptions({ mayHaveBeenSentSince: startedAt }));
    expectEach(read(), 60);
  });
});

describe('a message with a link that Discord calls harmful', () => {
  it('arrives without links, and says so', async () => {
    const { bot, discord, channel, at, read } = await start({ quirks: { harmfulHosts: ['bad.example'] } });
    const blocks: Block[] = [
      say('The ferry is back.'),
      { kind: 'text', spans: [{ kind: 'link', text: 'A prize', url: 'https://bad.example/prize' }] },
      { kind: 'text', spans: [{ kind: 'link', text: 'https://bad.example/x', url: 'https://bad.example/x' }] },
      pier,
    ];
    const original = { label: 'Original', role: 'open', url: 'https://bad.example/prize' } as const;
    const again = { label: 'Contents', role: 'open', command: '/article abc' } as const;
    await bot.deliver(at(channel.id), { blocks, actions: [original, again] }, makeDeliverOptions());
    const text = read().join('\n');
    for (const words of ['The ferry is back.', 'A prize', 'A pier', 'blocked a link']) expect(text).toContain(words);
    expect(text).not.toContain('://');
    const [message] = discord.messages(channel);
    expect(message).toMatchObject({ pictures: [], buttons: [{ label: 'Contents' }] });
  });
});
