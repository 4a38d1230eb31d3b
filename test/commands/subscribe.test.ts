import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/locales/languages.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import { createTalk, type Talk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHAT = { platform: 'test', chat: 'one' };

/** What a chat is subscribed to once these lines were typed. */
async function subscribedBy(lines: readonly string[], talk: Talk = {}): Promise<readonly Subscription[]> {
  const { ask, subscriptions } = createTalk(talk);
  for (const line of lines) await ask(line);
  return await subscriptions.forChat(CHAT);
}

describe('/subscribe', () => {
  it('is daily at eight for all articles by default', async () => {
    const [subscription] = await subscribedBy(['/subscribe']);
    expect(subscription).toEqual({
      id: 'aaaaa1',
      to: CHAT,
      language: 'en',
      schedule: { kind: 'daily', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'Asia/Shanghai' },
      selection: { sources: [], topics: [], without: [] },
      style: 'brief',
      sendEmpty: false,
      silent: false,
      forFollowers: false,
      withUpdates: false,
      withEdits: false,
      state: 'active',
      suspendedFor: null,
      createdAt: '2021-11-15T12:00:00.000Z',
      enqueuedUntil: '2021-11-15T12:00:00.000Z',
      position: 5,
      sentUntil: null,
    });
  });

  it('keeps the channels of a server apart', async () => {
    const { ask, subscriptions } = createTalk();
    const inChannel = (chat: string) => ({ in: { platform: 'test', chat, server: 's' } });
    for (const chat of ['one', 'two']) await ask('/subscribe', inChannel(chat));
    expect(await subscriptions.forChat({ platform: 'test', chat: 'two' })).toHaveLength(1);
    await ask('/unsubscribe all', inChannel('one'));
    expect(await subscriptions.forChat({ platform: 'test', chat: 'two' })).toHaveLength(1);
    expect(await subscriptions.count()).toBe(1);
  });

  it('shows the subscription, its next digest, and buttons to change it', async () => {
    const { say, ask, subscriptions } = createTalk();
    expect(await say('/subscribe 7:30 weekdays full 台湾 -sport')).toBe(
      [
        '✓ Subscribed',
        '',
        '台湾 · without sport · weekdays at 07:30 (Shanghai) · full',
        '',
        'Next digest: tomorrow 07:30.',
        '',
        '#aaaaa1',
        '',
        '[1] Send one now   [2] Topics   [3] Time   [4] Days   [5] Style   [6] Time zone   [7] Pause   [8] Unsubscribe   [9] All subscriptions',
      ].join('\n'),
    );
    expect(await subscriptions.nextAt('aaaaa1')).toEqual(new Date('2021-11-15T23:30:00.000Z'));
    expect((await ask('/subscribe')).for).toBe('asker');
  });

  it.each<[string, Partial<Subscription['schedule']>, Partial<Subscription['selection']>, string?]>([
    ['工作日 8点 上海 headlines', { times: ['08:00'], days: [1, 2, 3, 4, 5] }, {}, 'headlines'],
    ['标题 工作日8点', { times: ['08:00'], days: [1, 2, 3, 4, 5] }, {}, 'headlines'],
    ['每天早上7点半', { times: ['07:30'], days: [1, 2, 3, 4, 5, 6, 7] }, {}],
    ['8', { times: ['08:00'] }, {}],
    ['6pm New York mon to fri', { times: ['18:00'], zone: 'America/New_York', days: [1, 2, 3, 4, 5] }, {}],
    ['every day at 8:30 pm', { times: ['20:30'] }, {}],
    ['weekdays at 8 and at 20', { times: ['08:00', '20:00'], days: [1, 2, 3, 4, 5] }, { topics: [] }],
    ["taiwan 9 o'clock", { times: ['09:00'] }, { topics: ['taiwan'] }],
    ['每晚8点 台湾', { times: ['20:00'] }, { topics: ['台湾'] }],
    ['每週五晚間八點', { times: ['20:00'], days: [5] }, { topics: [] }],
    [
      '8:00 20:00 weekdays Asia/Tokyo long.example.net full taiwan -sport',
      { times: ['08:00', '20:00'], days: [1, 2, 3, 4, 5], zone: 'Asia/Tokyo' },
      { sources: ['long.example.net'], topics: ['taiwan'], without: ['sport'] },
      'full',
    ],
    ['"night bus" "paris" not sport', {}, { topics: ['night bus', 'paris'], without: ['sport'] }],
    [
      'taiwan -"the london times" －「8 点新闻」',
      { times: ['08:00'], zone: 'Asia/Shanghai' },
      { topics: ['taiwan'], without: ['the london times', '8 点新闻'] },
    ],
    ['台湾、渡轮 除了体育 －娱乐', {}, { topics: ['台湾', '渡轮'], without: ['体育', '娱乐'] }],
    ['即时 台湾', { kind: 'instant', quiet: null }, { topics: ['台湾'] }],
    ['example.com daily.example.com', {}, { sources: ['example.com', 'daily.example.com'] }],
  ])('understands %s', async (typed, ...expected) => {
    const [schedule, selection, style = 'brief'] = expected;
    const [subscription] = await subscribedBy([`/subscribe ${typed}`]);
    expect(subscription).toMatchObject({ schedule, selection, style });
  });

  it('accepts named options', async () => {
    const { ask, subscriptions } = createTalk();
    const input = { times: '8am, 20:00', days: '周一三五', zone: 'Berlin', topics: 'taiwan -sport', source: 'daily' };
    await ask('/subscribe', { input });
    const [subscription] = await subscriptions.forChat(CHAT);
    expect(subscription).toMatchObject({
      schedule: { times: ['08:00', '20:00'], days: [1, 3, 5], zone: 'Europe/Berlin' },
      selection: { sources: ['daily.example.com'], topics: ['taiwan'], without: ['sport'] },
    });
  });

  it('changes only what is given if the selection is the same', async () => {
    const lines = ['/subscribe 18:00 Tokyo full taiwan -sport', '/subscribe -sport taiwan weekdays'];
    const [subscription, ...others] = await subscribedBy(lines);
    expect(others).toEqual([]);
    expect(subscription).toMatchObject({
      schedule: { times: ['18:00'], days: [1, 2, 3, 4, 5], zone: 'Asia/Tokyo' },
      style: 'full',
    });
    expect(await subscribedBy([...lines, '/subscribe taiwan'])).toHaveLength(2);
    expect(await createTalk().say('/subscribe')).toContain('✓ Subscribed');
  });

  it('says so if nothing changes', async () => {
    const { say } = createTalk();
    await say('/subscribe');
    expect(await say('/subscribe 8:00')).toContain('Nothing to change: you already have this.');
  });

  it('sends nothing immediately for a time already past', async () => {
    const { ask, subscriptions, clock } = createTalk();
    await ask('/subscribe 9:00');
    clock.nowMs = Date.parse('2021-11-16T02:00:00.000Z');
    await ask('/subscribe 9:30');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({
      enqueuedUntil: '2021-11-16T02:00:00.000Z',
      position: 5,
    });
    expect(await subscriptions.nextAt('aaaaa1')).toEqual(new Date('2021-11-17T01:30:00.000Z'));
  });

  it('changes the one that a button names, including its selection', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan');
    await ask('/subscribe #aaaaa1 18:00');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({
      selection: { topics: ['taiwan'] },
      schedule: { times: ['18:00'] },
    });
    await ask('/subscribe #aaaaa1 everything');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({
      selection: { topics: [] },
      schedule: { times: ['18:00'] },
    });
  });

  it('reads a word after # as a topic, and changes nothing else of the named subscription', async () => {
    const { ask, say, subscriptions } = createTalk();
    await ask('/subscribe #taiwan');
    await ask('/subscribe #aaaaa1 #sports #europe 9:00');
    expect(await subscriptions.forChat(CHAT)).toMatchObject([
      { id: 'aaaaa1', selection: { topics: ['sports', 'europe'] } },
    ]);
    await ask('/subscribe #aaaaa1 at 10 please');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ selection: { topics: ['sports', 'europe'] } });
    expect(await say('/subscribe #k3f9ab 18:00')).toContain('That subscription no longer exists.');
    expect(await say('/pause #europe')).toContain('the subscription “sports or europe” than “europe”');
  });

  it('joins days typed with a time and on their own', async () => {
    const [subscription] = await subscribedBy(['/subscribe 工作日8点 周六']);
    expect(subscription).toMatchObject({ schedule: { days: [1, 2, 3, 4, 5, 6] } });
    const [another] = await subscribedBy(['/subscribe 周一到周五 每天早上8点']);
    expect(another).toMatchObject({ schedule: { days: [1, 2, 3, 4, 5] } });
  });

  it('uses the zone from the settings, else guesses it from the locale', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe', { locale: 'ja' });
    await ask('/settings zone Berlin', { in: { platform: 'test', chat: 'two' } });
    await ask('/subscribe', { locale: 'ja', in: { platform: 'test', chat: 'two' } });
    const zones = await Promise.all(
      ['aaaaa1', 'aaaaa2'].map(async (id) => (await subscriptions.get(id))?.schedule.zone),
    );
    expect(zones).toEqual(['Asia/Tokyo', 'Europe/Berlin']);
  });

  it('keeps threads apart', async () => {
    const { ask, subscriptions } = createTalk();
    const threads = ['7', undefined, '8'];
    for (const thread of threads) await ask('/subscribe', { in: { ...CHAT, ...(thread && { thread }) } });
    expect((await subscriptions.forChat(CHAT)).map(({ to }) => to.thread)).toEqual(threads);
  });

  it.each([
    ['en', '08:61', 'I can’t use “08:61” as a time. Try 08:30, 8:30 pm, or instant.'],
    ['en', '8:00 25:00', 'I can’t use “25:00” as a time. Try 08:30, 8:30 pm, or instant.'],
    ['en', 'instant 22:00', 'A subscription is either instant or sent at set times. It can’t be both.'],
    ['zh-CN', '8点70', '看不懂“8点70”是几点。可以输入 08:30、晚上8点半或 20:30。'],
    ['en', 'x'.repeat(61), `“${'x'.repeat(61)}” is too long: the maximum is 60 characters.`],
    [
      'en',
      Array.from({ length: 21 }, (_, n) => `w${LETTERS[n]}x`).join(' '),
      'These are too many words: the maximum is 20. You can split them into several subscriptions.',
    ],
  ] as const)('says in %s what is wrong with %s', async (language, typed, said) => {
    const { say, subscriptions } = createTalk({ language });
    expect(await say(`/subscribe ${typed}`)).toBe(said);
    expect(await subscriptions.count()).toBe(0);
  });

  it('changes the subscription whose id is typed in any named option', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe sun');
    for (const input of [{ times: '#aaaaa1 8:15' }, { topics: '#aaaaa1 ferry -sport' }, { zone: '#aaaaa1 Nairobi' }])
      await ask('/subscribe', { input });
    expect(await subscriptions.count()).toBe(1);
    expect(await subscriptions.get('aaaaa1')).toMatchObject({
      schedule: { times: ['08:15'], zone: 'Africa/Nairobi' },
      selection: { topics: ['ferry'], without: ['sport'] },
    });
    await ask('/subscribe', { input: { topics: '#sports' } });
    expect(await subscriptions.count()).toBe(2);
  });

  it('offers similar zones and known sites as buttons', async () => {
    const { ask, subscriptions } = createTalk();
    const zones = buttonsOf(await ask('/subscribe', { input: { zone: 'Tokio' } }));
    expect(zones[0]).toEqual(['Tokyo', '/subscribe Asia/Tokyo']);
    await ask(zones[0]?.[1] ?? '');
    expect((await subscriptions.get('aaaaa1'))?.schedule.zone).toBe('Asia/Tokyo');
    const meanings = buttonsOf(await ask('/subscribe 8am taiwan CST'));
    expect(meanings.slice(0, 2).map(([label]) => label)).toEqual(['Shanghai', 'Chicago']);
    expect(await subscriptions.count()).toBe(1);
    const sites = buttonsOf(await ask('/subscribe #aaaaa1 nowhere.com'));
    expect(sites).toContainEqual(['example.com', '/subscribe #aaaaa1 example.com']);
  });

  it('keeps the rest of the input in those buttons', async () => {
    const { ask, subscriptions } = createTalk();
    const input = { times: '20:00', days: 'weekdays', zone: 'Tokio', topics: 'sun -"night bus"', style: 'full' };
    const [tokyo] = buttonsOf(await ask('/subscribe', { input }));
    await ask(tokyo?.[1] ?? '');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({
      schedule: { times: ['20:00'], days: [1, 2, 3, 4, 5], zone: 'Asia/Tokyo' },
      selection: { topics: ['sun'], without: ['night bus'] },
      style: 'full',
    });
    const sites = buttonsOf(await ask('/subscribe #aaaaa1 21:00 everything example.com nowhere.com'));
    const [, other = ''] = sites.find(([label]) => label === 'daily.example.com') ?? [];
    await ask(other);
    expect(await subscriptions.get('aaaaa1')).toMatchObject({
      schedule: { times: ['21:00'], zone: 'Asia/Tokyo' },
      selection: { sources: ['example.com', 'daily.example.com'], topics: [] },
    });
  });

  it('allows at most twenty for a chat', async () => {
    const { say, subscriptions } = createTalk();
    for (let n = 0; n < 20; n += 1) await say(`/subscribe topic${LETTERS[n]}x`);
    expect(await say('/subscribe one-more')).toContain('This chat already has 20 subscriptions');
    expect(await subscriptions.count()).toBe(20);
  });

  it('resumes a paused subscription', async () => {
    expect(await subscribedBy(['/subscribe', '/pause', '/subscribe'])).toMatchObject([{ state: 'active' }]);
  });

  it('is for admins, and for chats that the bot can deliver to', async () => {
    const { say, subscriptions } = createTalk();
    expect(await say('/subscribe', { mayManage: async () => false })).toBe(
      'Here, only people who can manage this group or server can do that. In a private chat with me, you can.',
    );
    expect(await say('/subscribe', { in: { platform: 'console', chat: 'terminal' } })).toContain('[1] Digest');
    expect(await subscriptions.count()).toBe(0);
  });

  it.each(languages)('accepts the examples of its help in %s', async (language) => {
    const talk = createTalk({ language });
    for (const example of examplesIn(language)) expect(await talk.say(example)).toMatch(/^✓ /u);
  });
});

function examplesIn(language: Language): string[] {
  const site = (line: string) => line.replace('bbc.com', 'example.com');
  return createTranslator(language)('examples.subscribe').split('\n').map(site);
}
