import { describe, expect, it } from 'vitest';
import { articleId } from '../../../src/article/address.ts';
import { MAX_FEEDS, MAX_FEEDS_OF_CHAT } from '../../../src/following/follow-policy.ts';
import { beginFeed } from '../../../src/following/followed-feed.ts';
import { makeRss } from '../../fakes/rss.ts';
import { createFakeWeb, type FakeAnswer } from '../../fakes/web.ts';
import { createTalk, type Talk } from '../../fixtures/converse.ts';
import { buttonsOf } from '../../fixtures/view-contents.ts';

const CHAT = { platform: 'test', chat: 'one' };
const FEED = 'https://harbour.example/feed.xml';
const story = (name: string) => ({
  name,
  link: `https://harbour.example/${name}`,
  at: new Date('2021-11-14T12:00:00Z'),
});
const SITE: Record<string, FakeAnswer> = {
  'https://harbour.example/': '<html><head><link rel="feed" href="/feed.xml"></head></html>',
  [FEED]: makeRss([story('a'), story('b')]),
};

const beginAt = (url: string) => beginFeed(articleId(url), url);

/** A bot with a web of these pages. */
function talkTo(pages: Record<string, FakeAnswer> = SITE, following: Talk['following'] = {}) {
  const { fetch } = createFakeWeb(pages);
  return createTalk({ following: { fetch, ...following } });
}

describe('/follow', () => {
  it('follows the feed of a site, subscribes the chat to it, and says when the next digest comes', async () => {
    const { say, ask, subscriptions, feeds } = talkTo();
    expect(await say('/follow harbour.example')).toBe(
      [
        '✓ Following Harbour News (harbour.example)',
        '',
        'harbour.example · every day at 08:00 (Shanghai) · brief',
        '',
        'Next digest: tomorrow 08:00.',
        '',
        '#aaaaa1',
        '',
        '[1] Send one now   [2] Topics   [3] Time   [4] Days   [5] Style   [6] Time zone   [7] Pause   [8] Unsubscribe   [9] All subscriptions',
      ].join('\n'),
    );
    expect(await subscriptions.forChat(CHAT)).toMatchObject([{ selection: { sources: ['harbour.example'] } }]);
    expect(await feeds.followedBy(CHAT)).toMatchObject([{ url: FEED, title: 'Harbour News' }]);
    expect(await feeds.pending()).toBe(2);
    expect((await ask('/follow harbour.example')).blocks[0]).toMatchObject({
      spans: [{ text: 'This chat already follows Harbour News (harbour.example)' }],
    });
    expect(await subscriptions.count()).toBe(1);
  });

  it.each([
    'https://harbour.example/feed.xml',
    'feed://harbour.example/feed.xml',
    'feed:https://harbour.example/feed.xml',
    'ｈｔｔｐｓ://harbour.example/feed.xml',
  ])('reads the address %s', async (address) => {
    const { ask, feeds } = talkTo();
    await ask(`/follow ${address}`);
    expect(await feeds.followedBy(CHAT)).toMatchObject([{ url: FEED }]);
  });

  it('falls back to http if a site without a scheme does not answer', async () => {
    const { ask, feeds } = talkTo({
      'https://old.example/': { fails: 'unreachable' },
      'http://old.example/': makeRss([story('a')]),
    });
    await ask('/follow old.example');
    expect(await feeds.followedBy(CHAT)).toMatchObject([{ url: 'http://old.example/' }]);
  });

  it('subscribes to where the links of a feed lead', async () => {
    const link = 'https://links.example/1';
    const { ask, subscriptions } = talkTo({
      [FEED]: makeRss([{ name: 'a', link }]),
      [link]: { url: 'https://news.example/a' },
    });
    await ask(`/follow ${FEED}`);
    const [subscription] = await subscriptions.forChat(CHAT);
    expect(subscription?.selection.sources).toEqual(['news.example', 'links.example']);
  });

  it.each<[string, Record<string, FakeAnswer>, RegExp]>([
    ['https://x.example/no', { 'https://x.example/': '' }, /nothing at that address/],
    ['https://x.example/', { 'https://x.example/': '<html><body>Hello</body></html>' }, /found no feed/],
    ['https://x.example/', { 'https://x.example/': { status: 401 } }, /wants a login/],
    ['http://10.0.0.1/', { 'http://10.0.0.1/': { fails: 'forbidden-address' } }, /not on the public internet/],
    ['ferry', {}, /not a web address/],
    ['the night bus', {}, /not a web address/],
    ['ftp://x.example/', {}, /not a web address/],
  ])('says why it cannot follow %s', async (address, pages, answer) => {
    const { say, feeds, subscriptions } = talkTo(pages);
    expect(await say(`/follow ${address}`)).toMatch(answer);
    expect([await feeds.count(), await subscriptions.count()]).toEqual([0, 0]);
  });

  it.each([
    ['https://x.example/', 'unreachable', ['/follow https://x.example/']],
    [`https://x.example/${'long/'.repeat(12)}`, 'unreachable', []],
    ['https://x.example/', 'forbidden-address', []],
  ] as const)('has a button to try %s again if it is %s and the button fits', async (address, fails, commands) => {
    const { actions } = await talkTo({ [address]: { fails } }).ask(`/follow ${address}`);
    expect(actions.map((action) => 'command' in action && action.command)).toEqual(commands);
  });

  it.each([
    ['https://x.example/no', { 'https://x.example/': '' }, true],
    ['https://x.example/', { 'https://x.example/': { fails: 'unreachable' } }, true],
    ['https://x.example/', { 'https://x.example/': { status: 401 } }, false],
    ['https://x.example/', { 'https://x.example/': '<html><body>Hello</body></html>' }, false],
  ] as const)('asks to check the address only if nothing answers there: %s, %j', async (address, pages, asks) => {
    const answer = await talkTo(pages).say(`/follow ${address}`);
    expect(answer.includes('Check the address for typing errors')).toBe(asks);
  });

  it('asks for the address if there is none', async () => {
    expect(await talkTo().say('/follow')).toContain('/follow example.org');
  });

  it('collects for a terminal too, which gets no digests', async () => {
    const { say, feeds } = talkTo();
    const where = { in: { platform: 'console', chat: 'one' } };
    expect(await say('/follow harbour.example', where)).toContain('I am collecting its newest articles');
    expect(await feeds.count()).toBe(1);
  });

  it('keeps to the maximum of a chat and of the bot', async () => {
    const { say, feeds } = talkTo();
    const fill = (count: number, chat: string) =>
      Promise.all(
        Array.from({ length: count }, (_, n) =>
          feeds.follow(
            { feed: beginAt(`https://${chat}${n}.example`), nextAt: new Date(0) },
            { platform: 'test', chat },
          ),
        ),
      );
    await fill(MAX_FEEDS_OF_CHAT, 'one');
    expect(await say('/follow harbour.example')).toContain('already follows 20 sites');
    await fill(MAX_FEEDS - MAX_FEEDS_OF_CHAT, 'two');
    const other = { in: { platform: 'test', chat: 'three' } };
    expect(await say('/follow harbour.example', other)).toContain('This bot already follows 1,000 sites');
    expect(await say('/follow https://two1.example', other)).toContain('✓ Following two1.example');
  });

  it('is for those whom the operator lets', async () => {
    const off = talkTo(SITE, { who: 'off' });
    expect(await off.say('/follow harbour.example')).toContain('turned off');
    const operators = talkTo(SITE, { who: 'operators', operators: new Set(['test:bob']) });
    expect(await operators.say('/follow harbour.example')).toContain('Only the people who run this bot');
    expect(await operators.say('/follow harbour.example', { by: 'bob' })).toContain('✓ Following');
  });
});

describe('/following', () => {
  it('lists the sites with their language and state, and buttons to end them', async () => {
    const { ask, say, feeds } = talkTo();
    expect(await say('/following')).toContain('This chat follows no site yet');
    await ask('/follow harbour.example');
    await feeds.change(articleId(FEED), ({ feed, nextAt }) => ({
      feed: { ...feed, language: 'fr' },
      nextAt,
    }));
    const dead = { ...beginFeed('dead', 'https://dead.example/'), failures: 1, failure: 'not-found' } as const;
    const failing = { feed: { ...dead, failingSince: '2021-11-15T00:00:00.000Z' }, nextAt: new Date(0) };
    await feeds.follow(failing, CHAT);
    const text = await say('/following');
    expect(text).toContain('French · newest article: yesterday 20:00');
    expect(text).toContain('not readable since today 08:00. There is nothing at that address.');
    expect(buttonsOf(await ask('/following')).slice(0, 2)).toEqual([
      ['1 Harbour News (harbour.example)', `/unfollow #${articleId(FEED)}`],
      ['2 dead.example', '/unfollow #dead'],
    ]);
  });
});

describe('/following opml', () => {
  it('sends the list as a file for another reader', async () => {
    const { ask, say } = talkTo();
    expect(await say('/following opml')).toContain('follows no site yet');
    await ask('/follow harbour.example');
    const { file } = await ask('/following opml');
    expect(file).toMatchObject({ name: 'gazette.opml', text: expect.stringContaining(`xmlUrl="${FEED}"`) as string });
  });
});

describe('/unfollow', () => {
  it.each(['', ' 1', ' harbour.example', ' harbour', ' https://harbour.example/feed.xml'])(
    'ends a site named by “%s”, with its subscription',
    async (typed) => {
      const { ask, say, subscriptions, feeds } = talkTo();
      await ask('/follow harbour.example');
      await ask('/subscribe ferry');
      expect(await say(`/unfollow${typed}`)).toContain('No longer following Harbour News (harbour.example).');
      expect(await feeds.count()).toBe(0);
      expect((await subscriptions.forChat(CHAT)).map(({ selection }) => selection.topics)).toEqual([['ferry']]);
    },
  );

  it('asks which of several, and says so if there is none like it', async () => {
    const { ask, say } = talkTo({ ...SITE, 'https://b.example/': makeRss([], 'Bay News') });
    expect(await say('/unfollow')).toContain('follows no site yet');
    await ask('/follow harbour.example');
    await ask('/follow b.example');
    expect(await say('/unfollow')).toContain('Which one?');
    expect(await say('/unfollow news')).toContain('Which one?');
    expect(await say('/unfollow zebra')).toContain('does not follow “zebra”');
  });

  it('can be undone though the site does not answer, with the subscription as it was', async () => {
    const pages = { ...SITE };
    let wakes = 0;
    const wake = () => {
      wakes += 1;
    };
    const { ask, say, subscriptions, feeds } = talkTo(pages, { wake });
    const there = { ...CHAT, thread: '7' };
    await ask('/follow harbour.example');
    await ask('/follow harbour.example', { in: there });
    await ask('/subscribe #aaaaa1 18:00 full');
    const before = await subscriptions.forChat(CHAT);
    const [undo] = buttonsOf(await ask('/unfollow'));
    for (const address of Object.keys(pages)) delete pages[address];
    expect(undo).toEqual(['Undo', `/restore #${articleId(FEED)}`]);
    wakes = 0;
    for (const _twice of [1, 2]) await ask(undo?.[1] ?? '');
    expect(wakes).toBe(2);
    expect(await subscriptions.forChat(CHAT)).toEqual(before);
    expect(await feeds.followedBy(CHAT)).toMatchObject([
      { id: articleId(FEED), url: FEED, title: 'Harbour News', sources: ['harbour.example'] },
    ]);
    expect(new Set(await feeds.followers(articleId(FEED)))).toEqual(new Set([CHAT, there]));
    expect(await say(undo?.[1] ?? '')).toContain('✓ Following Harbour News (harbour.example)');
  });

  it('can be undone without a subscription, but not into a full list', async () => {
    const { ask, say, feeds, clock } = talkTo();
    await ask('/follow harbour.example');
    await ask('/unsubscribe');
    const [undo] = buttonsOf(await ask('/unfollow'));
    const again = undo?.[1] ?? '';
    for (let n = 0; n < MAX_FEEDS_OF_CHAT; n += 1) {
      await feeds.follow({ feed: beginAt(`https://${n}.example/`), nextAt: new Date(clock.nowMs) }, CHAT);
    }
    expect(await say(again)).toContain(`already follows ${MAX_FEEDS_OF_CHAT} sites`);
    await feeds.unfollow(articleId('https://0.example/'), CHAT);
    expect(await say(again)).toContain('✓ Following Harbour News (harbour.example)');
    expect(await feeds.followedBy(CHAT)).toHaveLength(MAX_FEEDS_OF_CHAT);
  });

  it('leaves the site to the other chats that follow it', async () => {
    const { ask, feeds } = talkTo();
    for (const chat of ['one', 'two']) await ask('/follow harbour.example', { in: { platform: 'test', chat } });
    await ask('/unfollow');
    expect(await feeds.count()).toBe(1);
  });
});

describe('/forget', () => {
  it('ends what the chat follows', async () => {
    const { ask, feeds } = talkTo();
    await ask('/follow harbour.example');
    await ask('/forget yes');
    expect(await feeds.count()).toBe(0);
  });
});

describe('/subscribe', () => {
  it('offers to follow a site that has no articles yet', async () => {
    const { ask } = talkTo();
    expect(buttonsOf(await ask('/subscribe harbour.example'))).toContainEqual([
      'Follow harbour.example',
      '/follow harbour.example',
    ]);
    const empty = createTalk({ articles: [] });
    expect(buttonsOf(await empty.ask('/subscribe harbour.example'))).toEqual([
      ['Follow harbour.example', '/follow harbour.example'],
    ]);
  });
});

describe('an address that is typed alone', () => {
  it('opens its article, else offers to follow its site', async () => {
    const words = 'https://harbour.example/news';
    const { ask } = talkTo();
    const request = { name: 'https://harbour.example/news', input: '', words };
    expect(buttonsOf(await ask(words, request))).toContainEqual(['Follow harbour.example', `/follow ${words}`]);
    const empty = createTalk({ articles: [] });
    expect(buttonsOf(await empty.ask(words, request))).toEqual([['Follow harbour.example', `/follow ${words}`]]);
    expect(await empty.say(words, request)).toContain('I don’t have that article (https://harbour.example/news).');
  });

  it('does not offer it to those who may not follow', async () => {
    const words = 'https://harbour.example/news';
    const request = { name: words, input: '', words };
    const offers = async (talk: ReturnType<typeof talkTo>, more: object = {}) =>
      buttonsOf(await talk.ask(words, { ...request, ...more })).some(([, target]) => target.startsWith('/follow'));
    expect(await offers(talkTo(), { mayManage: async () => false })).toBe(false);
    expect(await offers(talkTo(), { mayManage: async () => true })).toBe(true);
    expect(await offers(talkTo(SITE, { who: 'off' }))).toBe(false);
    const operators = talkTo(SITE, { who: 'operators', operators: new Set(['test:bob']) });
    expect(await offers(operators)).toBe(false);
    expect(await offers(operators, { by: 'bob' })).toBe(true);
  });
});

describe('/status', () => {
  it('says which sites cannot be read', async () => {
    const { ask, say, feeds } = talkTo();
    await ask('/follow harbour.example');
    expect(await say('/status')).not.toContain('Harbour');
    const failing = { failure: 'not-found', failures: 9, reported: 'failing' } as const;
    await feeds.change(articleId(FEED), ({ feed, nextAt }) => ({ feed: { ...feed, ...failing }, nextAt }));
    expect(await say('/status')).toContain('I can’t read Harbour News (harbour.example). There is nothing');
  });
});
