import { describe, expect, it } from 'vitest';
import type { AttachedFile } from '../../src/chat/attached-file.ts';
import { MAX_FEEDS_OF_CHAT } from '../../src/following/follow-policy.ts';
import { beginFeed } from '../../src/following/followed-feed.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const OTHER = { in: { platform: 'other', chat: 'two' } };
const fileOf = (text: string): AttachedFile => ({ name: 'a.json', read: async () => ({ text }) });
type Bot = ReturnType<typeof createTalk>;

/** A chat with two subscriptions, a followed site and settings. */
async function arrange({ ask, feeds, clock }: Bot): Promise<void> {
  await ask('/settings zone Tokyo');
  await ask('/subscribe 9:00 ferry full');
  await ask('/subscribe 20:00 weekdays -sport');
  await ask('/pause 2');

  const feed = beginFeed('harbour01', 'https://harbour.example/feed.xml');
  await feeds.follow({ feed, nextAt: new Date(clock.nowMs) }, { platform: 'test', chat: 'one' });
}

/** The content of a file of settings. */
interface Content {
  settings: object;
  subscriptions: { selection: object }[];
  feeds: string[];
}

async function exportedContent(bot: Bot): Promise<Content> {
  return JSON.parse(await exported(bot)) as Content;
}

async function exported({ ask }: Bot): Promise<string> {
  return (await ask('/export')).file?.text ?? '';
}

describe('/export and /import', () => {
  it('carry what a chat has arranged to another platform', async () => {
    const bot = createTalk();
    await arrange(bot);
    const file = fileOf(await exported(bot));
    expect(await bot.say('/import', { ...OTHER, file })).toBe(
      [
        '✓ Imported',
        '',
        '• 2 new subscriptions',
        '• 1 site, which I’m reading now',
        '• 1 setting',
        '',
        '[1] Undo   [2] All subscriptions   [3] Settings   [4] Sites followed',
      ].join('\n'),
    );
    const there = await bot.subscriptions.forChat(OTHER.in);
    expect(there).toMatchObject([
      { to: OTHER.in, selection: { topics: ['ferry'] }, style: 'full', state: 'active', position: 5 },
      { to: OTHER.in, selection: { without: ['sport'] }, schedule: { days: [1, 2, 3, 4, 5] }, state: 'paused' },
    ]);
    expect(await bot.subscriptions.nextAt(there[0]?.id ?? '')).toEqual(new Date('2021-11-16T00:00:00Z'));
    expect(await bot.subscriptions.settings(OTHER.in)).toEqual({ zone: 'Asia/Tokyo' });
    expect(await bot.feeds.followedBy(OTHER.in)).toMatchObject([{ url: 'https://harbour.example/feed.xml' }]);
    expect(await bot.say('/import', { ...OTHER, file })).toContain('• 2 subscriptions were here already');
    expect(await bot.subscriptions.count()).toBe(4);
  });

  it('merge equal subscriptions, and keep what a chat has besides', async () => {
    const bot = createTalk();
    await bot.ask('/subscribe 9:00 ferry full');
    const file = fileOf(await exported(bot));
    await bot.ask('/subscribe 7:00 ferry headlines', OTHER);
    await bot.ask('/subscribe 7:00 tea', OTHER);
    expect(await bot.say('/import', { ...OTHER, file })).toContain('• 1 subscription changed');
    expect(await bot.subscriptions.forChat(OTHER.in)).toMatchObject([
      { style: 'full', schedule: { times: ['09:00'] } },
      { selection: { topics: ['tea'] }, style: 'brief' },
    ]);
  });

  it('can be undone by a button for a day, once: added, changed, followed and set is as it was', async () => {
    const bot = createTalk();
    await arrange(bot);
    const file = fileOf(await exported(bot));
    await bot.ask('/settings zone Berlin', OTHER);
    await bot.ask('/settings silent on', OTHER);
    await bot.ask('/subscribe 7:00 ferry headlines', OTHER);
    const snapshot = async () => [
      await bot.subscriptions.forChat(OTHER.in),
      await bot.subscriptions.settings(OTHER.in),
      await bot.feeds.followedBy(OTHER.in),
    ];
    const before = await snapshot();
    const [undo] = buttonsOf(await bot.ask('/import', { ...OTHER, file }));
    expect(await snapshot()).not.toEqual(before);
    expect(undo).toEqual(['Undo', expect.stringMatching(/^\/unimport /u)]);
    const member = { ...OTHER, mayManage: async () => false };
    expect(await bot.say(undo?.[1] ?? '', member)).toContain('only people who can manage');
    expect(await bot.say(undo?.[1] ?? '', OTHER)).toContain('Import undone');
    expect(await snapshot()).toEqual(before);
    expect(await bot.say(undo?.[1] ?? '', OTHER)).toContain('has already been undone');
  });

  it('offer no undo if nothing has changed, and none after a day', async () => {
    const bot = createTalk();
    await arrange(bot);
    const file = fileOf(await exported(bot));
    const [undo] = buttonsOf(await bot.ask('/import', { ...OTHER, file }));
    expect(buttonsOf(await bot.ask('/import', { ...OTHER, file })).map(([label]) => label)).not.toContain('Undo');
    bot.clock.nowMs += 25 * 60 * 60_000;
    expect(await bot.say(undo?.[1] ?? '', OTHER)).toContain('more than a day ago');
    expect(await bot.subscriptions.forChat(OTHER.in)).toHaveLength(2);
  });

  it('take pasted text, and say exactly what is not possible', async () => {
    const bot = createTalk({ following: { who: 'operators' } });
    await arrange(bot);
    const file = await exportedContent(bot);
    const text = JSON.stringify({ ...file, settings: { zone: 'Mars/Base' }, subscriptions: [1] });
    const said = await bot.say(`/import ${text}`, OTHER);
    expect(said).toContain('Nothing was imported');
    expect(said).toContain('1 site: you may not follow sites on this bot.');
    expect(said).toContain('The time zone: I don’t know “Mars/Base”.');
    expect(said).toContain('Subscription 1: I can’t read it.');
    const onConsole = { in: { platform: 'console', chat: 'one' } };
    expect(await bot.say(`/import ${JSON.stringify(file)}`, onConsole)).toContain(
      'I can’t send scheduled digests here',
    );
  });

  it('keep to the maximum of a chat', async () => {
    const bot = createTalk();
    await arrange(bot);
    const file = await exportedContent(bot);
    const [first] = file.subscriptions;
    const subscriptions = Array.from({ length: 22 }, (_, at) => ({
      ...first,
      selection: { ...first?.selection, topics: [`topic${at}`] },
    }));
    const feeds = Array.from({ length: MAX_FEEDS_OF_CHAT + 3 }, (_, at) => `https://x${at}.example/`);
    const said = await bot.say(`/import ${JSON.stringify({ ...file, subscriptions, feeds })}`, OTHER);
    expect(said).toContain('20 new subscriptions');
    expect(said).toContain('2 subscriptions: a chat can have 20.');
    expect(said).toContain('20 sites, which I’m reading now');
    expect(said).toContain('3 sites: a chat can follow 20.');
  });

  it('are for those who may manage the chat, and say what is wrong with a file', async () => {
    const { say } = createTalk();
    const member = { mayManage: async () => false };
    for (const typed of ['/export', '/import {}'])
      expect(await say(typed, member)).toContain('only people who can manage');
    expect(await say('/import')).toContain('attach the file to the command, make /import its caption');
    expect(await say('/import hello')).toContain('not a file that /export made');
    const broken = (failure: 'too-large' | 'unreachable'): AttachedFile => ({
      name: 'a.json',
      read: async () => ({ failure }),
    });
    expect(await say('/import', { file: broken('too-large') })).toContain('“a.json” is too large');
    expect(await say('/import', { file: broken('unreachable') })).toContain('couldn’t read “a.json”');
  });
});
