import { describe, expect, it } from 'vitest';
import type { Article, Section } from '../../../src/article/article.ts';
import { collectDigest } from '../../../src/digest/collect.ts';
import { createAudience } from '../../../src/locales/audience.ts';
import { digestView } from '../../../src/presenters/digest-view.ts';
import type { DiscordOptions } from '../../emulators/discord/discord.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { raise } from '../../fakes/raise.ts';
import { strait } from '../../fixtures/articles.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const [lead] = strait.sections;
const sentence = (at: number) => `第${at}句，末班渡轮离开码头的时候，雨还没有停。`;
const numbered = (count: number) => Array.from({ length: count }, (_, at) => sentence(at + 1));

function section(number: number, sentences: readonly string[]): Section {
  if (lead === undefined) throw new Error('The fixture has no lead.');
  return {
    ...lead,
    number,
    title: `第${number}节：码头上的人`,
    from: 'heading',
    depth: 2,
    images: [],
    links: [],
    summary: sentences.slice(0, 10).join(''),
    text: sentences.map((text) => ({ kind: 'paragraph', spans: [{ text }] })),
  };
}

/** One section of 24,000 bytes, and more other sections than one menu has options. */
const long: Article = {
  ...strait,
  sections: [section(1, numbered(380)), ...Array.from({ length: 94 }, (_, at) => section(at + 2, numbered(12)))],
};

function expectAll(texts: readonly string[], sentences: readonly string[]): void {
  const all = texts.join('').replace(/\s/gu, '');
  const lost = sentences.filter((one) => all.split(one).length !== 2);
  expect(lost).toEqual([]);
}

describe.each<[string, DiscordOptions]>([
  ['Discord as it is', {}],
  ['channels that cannot be listed', { quirks: { listFailsWithContainers: true } }],
])('on %s', (_what, options) => {
  it('shows a Chinese section of 24,000 bytes, each sentence once', async () => {
    const { discord } = await startDiscordBot({ ...options, articles: [long] });
    const ann = discord.addUser();
    const channel = discord.addChannel(discord.addGuild({ members: [ann] }));
    const values = { article: 'strait001', section: '1' };
    const first = await discord.answerTo(discord.command(ann, channel, { command: 'section', values }));
    expect(Buffer.byteLength(numbered(380).join(''))).toBeGreaterThan(24_000);
    await discord.waitFor(() => discord.messages(channel).some(({ text }) => text.includes(sentence(380))));
    expect(discord.messages(channel)[0]?.id).toBe(first.id);
    expectAll(
      discord.messages(channel).map(({ text }) => text),
      numbered(380),
    );
    expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
  });

  it('lists 95 Chinese sections in menus', async () => {
    const sections = long.sections.map((one) => ({ ...one, title: `${one.title}，${'等着末班渡轮的人'.repeat(4)}` }));
    const { discord } = await startDiscordBot({ ...options, articles: [{ ...long, sections }] });
    const ann = discord.addUser();
    const channel = discord.addChannel(discord.addGuild({ members: [ann] }));
    await discord.answerTo(discord.command(ann, channel, { command: 'article', values: { article: 'strait001' } }));
    const opened = () => discord.messages(channel).flatMap(({ menus }) => menus.flatMap((menu) => menu.options));
    await discord.waitFor(() => opened().length >= 95);
    expect(opened().map(({ value }) => value)).toEqual(
      long.sections.map(({ number }) => `/section strait001 ${number}`),
    );
    expect(discord.violations()).toEqual([]);
  });

  it('delivers a full digest completely', async () => {
    const { discord, bot } = await startDiscordBot(options);
    const guild = discord.addGuild();
    const channel = discord.addChannel(guild);
    const wish = { period: 'ever', style: 'full', title: '每日文摘', now: new Date('2024-01-01') } as const;
    const others = ['b', 'c'].map((id) => ({ ...long, id: `strait00${id}`, url: `https://example.org/${id}` }));
    const digest = await collectDigest(createFakeLibrary([long, ...others]), { ...wish, report: raise });
    const view = digestView(digest, createAudience('zh-CN', 'Asia/Shanghai'));
    const sent: (readonly string[])[] = [];
    await bot.deliver(
      { platform: 'discord', chat: channel.id, server: guild.id },
      view,
      makeDeliverOptions({ language: 'zh-CN', onPartSent: async (_part, ids) => void sent.push(ids) }),
    );
    const said = discord.messages(channel).map(({ text }) => text);
    for (const { title } of long.sections) expect(said.join('').split(title ?? '').length - 1).toBe(3);
    expect(sent.flat()).toEqual(discord.messages(channel).map(({ id }) => id));
    expect(discord.violations()).toEqual([]);
  });
});
