import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { digestFeedHtml } from '../../../adapters/web/digests/email-html.ts';
import type { Article } from '../../../src/article/article.ts';
import type { Digest } from '../../../src/digest/digest.ts';
import { parseFeedList } from '../../../src/feed/opml.ts';
import { parseFeed } from '../../../src/feed/parse-feed.ts';
import { beginFeed } from '../../../src/following/followed-feed.ts';
import { createAudience } from '../../../src/locales/audience.ts';
import { createFakeArrivals } from '../../fakes/arrivals.ts';
import { makeArticle } from '../../fakes/article.ts';
import { createFakeDeliveryQueue } from '../../fakes/delivery-queue.ts';
import { createFakeFeedStore } from '../../fakes/feed-store.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { makeEdition, makeSubscription } from '../../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';
import { HOSTILE, makeHostileArticle } from '../../fixtures/hostile-article.ts';
import { openPage } from './open-page.ts';

const NOW = new Date('2024-05-02T12:00:00.000Z');
const articles = [
  makeArticle({
    url: 'https://news.example/boats',
    title: 'Boats & bridges',
    stampedAt: '2024-05-01T09:00:00.000Z',
    sections: [[null, 'They came back.']],
  }),
  makeArticle({
    url: 'https://ar.example/1',
    title: 'المكتبة العامة',
    language: 'ar',
    direction: 'rtl',
    stampedAt: '2024-05-02T07:00:00.000Z',
    sections: [[null, 'كتب جديدة.']],
  }),
  makeArticle({ url: 'https://news.example/late', title: 'Later', stampedAt: '2024-05-02T09:00:00.000Z' }),
];

async function open(shown: readonly Article[] = articles) {
  const [subscriptions, deliveries, feeds] = [
    createFakeSubscriptionStore(),
    createFakeDeliveryQueue(),
    createFakeFeedStore(),
  ];
  await subscriptions.save(
    makeSubscription({ position: 2, selection: { sources: [], topics: ['boats', 'a b'], without: [] } }),
    NOW,
  );
  const selection = { sources: ['news.example'], topics: ['boats'], without: ['sport'] };
  const edition = makeEdition('aaaaaa@20240502', { after: 0, upTo: 2, selection, slot: '2024-05-02T08:00:00.000Z' });
  await deliveries.add([edition], NOW);
  await deliveries.take('telegram', NOW, 1);
  await deliveries.complete(edition.id, 'sent', { at: NOW });
  await feeds.follow(
    { feed: { ...beginFeed('feed00001', 'https://news.example/feed?a=1&b=2'), title: 'News & more' }, nextAt: NOW },
    { platform: 'telegram', chat: '1' },
  );
  const stores = { subscriptions, deliveries, feeds, arrivals: createFakeArrivals(shown) };
  return openPage({ library: createFakeLibrary(shown), now: () => NOW, stores });
}

describe('the digest of a day', () => {
  it('has what came from the time of the day before to that of the day', async () => {
    const { text } = await (await open()).get('/digests/2024-05-02');
    expect(text).toContain('<h1>Daily digest · Thu 2 May</h1>');
    expect(text).toContain(`href="/articles/${articles[0]?.id}">Boats &amp; bridges</a>`);
    expect(text).toContain('المكتبة العامة');
    expect(text).not.toContain('Later');
  });

  it('shows the next one as it would arrive', async () => {
    const page = await open();
    expect((await page.get('/digests/next')).headers.get('location')).toBe('/digests/2024-05-03');
    const { text } = await page.get('/digests/2024-05-03');
    expect(text).toContain('Later');
    expect(text).toContain('As it would arrive tomorrow 08:00');
    expect((await page.get('/digests/2024-05-04')).status).toBe(404);
  });

  it('has the sections of each article below it in the full style, with their headings', async () => {
    const boats = makeArticle({
      url: 'https://news.example/boats',
      title: 'Boats',
      sections: [
        [null, 'They came back.'],
        ['The pier', 'It is open again.'],
        ['The tower', ''],
        [null, 'Nobody knows why.'],
      ],
    });
    const page = await open([boats]);
    const { text } = await page.get('/editions/0-1?at=2024-05-02T08:00:00.000Z&style=full&source=news.example');
    const items = load(text)('li li');
    expect(items.toArray().map((item) => load(item).text())).toEqual([
      'The pier It is open again.',
      'The tower',
      'Nobody knows why.',
    ]);
    const target = `/articles/${boats.id}?section=1#s1`;
    expect(items.first().find('a').attr('href')).toBe(target);
  });

  it('is listed if it has articles', async () => {
    const { text } = await (await open()).get('/digests');
    expect(text).toContain('<a class="headline" href="/digests/2024-05-02">Thu 2 May</a>');
    expect(text).toContain('href="/digests/2024-05-03"');
    expect(text).not.toContain('href="/digests/2024-05-01"');
    expect(text).toContain('<link rel="alternate" type="application/atom+xml" title="Atom" href="/digests.atom">');
  });
});

it('lists the digests of a library that is old', async () => {
  const old = openPage({ library: createFakeLibrary(articles), now: () => new Date('2026-01-01T00:00:00.000Z') });
  expect((await old.get('/digests')).text).toContain('<a class="headline" href="/digests/2024-05-02">2 May 2024</a>');
  expect((await old.get('/digests/2024-05-02')).text).toContain('<h1>Daily digest · 2 May 2024</h1>');
  expect((await old.get('/digests.atom')).text).toContain('Daily digest · Thu 2 May<');
});

describe('an edition', () => {
  const address =
    '/editions/0-2?at=2024-05-02T08%3A00%3A00.000Z&style=brief&source=news.example&topic=boats&without=sport&news=yes';

  it('has an address that names no chat, and needs no subscription', async () => {
    const page = await open();
    expect((await page.get('/digests')).text).toContain(`href="${address.replaceAll('&', '&amp;')}"`);
    const { text } = await page.get(address);
    expect(text).toContain('<h1>New articles · Thu 2 May</h1>');
    expect(text).toContain('Boats &amp; bridges');
    expect(text).not.toContain('المكتبة');
  });

  it.each([
    '0-2',
    '2-0?at=2024-05-02T08:00:00Z',
    'a-b?at=2024-05-02T08:00:00Z',
    '0-2?at=today',
    '0-2?at=2024-05-02T08:00:00Z&style=x',
  ])('has no other address: %s', async (path) => {
    expect((await (await open()).get(`/editions/${path}`)).status).toBe(404);
  });

  it('is shown before it is sent', async () => {
    const { text } = await (await open()).get('/subscriptions/aaaaaa/next');
    expect(text).toContain('Next digest so far');
    expect((await (await open()).get('/subscriptions/zzzzzz/next')).status).toBe(404);
  });
});

describe('the digest in a feed', () => {
  const audience = createAudience('en', 'UTC');
  const empty: Digest = {
    ...{ title: 'Daily', date: NOW.toISOString(), since: null, style: 'brief', isFallback: false },
    ...{ total: 0, items: [], first: 1, commands: { everything: '/digest', rest: '/digest' } },
  };

  it.each([
    [0, 1, ''],
    [1, 1, '<p>And 1 more article.</p>'],
    [3, 1, '<p>And 3 more articles.</p>'],
    [5, 4, '<p>And 2 more articles.</p>'],
    [5, 6, ''],
  ])('says of %i articles from number %i on how many are left', async (total, first, left) => {
    expect((await digestFeedHtml({ ...empty, total, first }, audience)).toString()).toBe(left);
  });
});

describe('an e-mail', () => {
  it('has its styles inside, tables, and a link to the plain text', async () => {
    const { text, headers } = await (await open()).get('/digests/2024-05-02/email');
    const $ = load(text);
    expect($('script, link, style').length).toBe(0);
    expect($('table[role=presentation]').length).toBe(2);
    expect($('[class]').length).toBe(0);
    expect($('h2 a').first().attr('href')).toBe('https://ar.example/1');
    expect($('a').last().attr('href')).toBe('http://localhost:8642/digests/2024-05-02/text');
    expect(headers.get('content-security-policy')).toContain("style-src 'unsafe-inline'");
    expect(headers.get('content-security-policy')).not.toContain('script-src');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('has a plain text', async () => {
    const { text, headers } = await (await open()).get('/digests/2024-05-02/text');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toContain('Boats & bridges');
    expect(text).toContain('https://news.example/boats');
    expect(text).not.toMatch(/<|\/section/);
  });
});

describe.each([
  ['/digests.atom', 'application/atom+xml; charset=utf-8'],
  ['/digests.json', 'application/feed+json; charset=utf-8'],
  ['/subscriptions/aaaaaa/digests.atom', 'application/atom+xml; charset=utf-8'],
  ['/subscriptions/aaaaaa/digests.json', 'application/feed+json; charset=utf-8'],
])('the feed %s', (path, type) => {
  async function read(shown = articles, headers: Record<string, string> = {}) {
    const { text, headers: answered } = await (await open(shown)).get(path, headers);
    expect(answered.get('content-type')).toBe(type);
    const feed = parseFeed({ bytes: Buffer.from(text), url: `http://localhost:8642${path}`, now: NOW });
    return { text, feed };
  }

  it('is read by a feed reader', async () => {
    const { feed, text } = await read();
    expect(text).toMatch(/<author>\s*<name>Gazette<|"authors": \[\s*\{\s*"name": "Gazette"/);
    expect(feed?.language).toBe('en');
    expect(feed?.title).toContain('Gazette');
    expect(feed?.siteUrl).toBe('http://localhost:8642/digests');
    expect(feed?.entries).toHaveLength(1);
    const [entry] = feed?.entries ?? [];
    expect(entry?.title).toMatch(/^(Daily digest|New articles) · Thu 2 May$/);
    expect(entry?.publishedAt).toBe('2024-05-02T08:00:00.000Z');
    expect(entry?.url).toMatch(/^http:\/\/localhost:8642\/(digests\/2024-05-02$|editions\/0-2\?)/);
    expect(entry?.content).toContain('<a href="https://news.example/boats">Boats &amp; bridges</a>');
  });

  it('keeps its ids wherever it is served, and in every language', async () => {
    const ids = (text: string) => [...text.matchAll(/urn:uuid:[-0-9a-f]{36}/g)].map(([id]) => id);
    const [here, there] = [await read(), await read(articles, { host: '127.0.0.1:9', 'accept-language': 'zh-CN' })];
    expect(ids(here.text).length).toBeGreaterThan(0);
    expect(ids(there.text)).toEqual(ids(here.text));
    expect(new Set(ids(here.text)).size).toBe(ids(here.text).length);
  });

  it('escapes what sites write', async () => {
    const hostile = {
      ...makeHostileArticle(),
      url: 'https://news.example/evil',
      source: 'news.example',
      title: `boats ${HOSTILE} \u0000\u0008\uffff]]>`,
      publishedAt: '2024-05-02T07:00:00.000Z',
    };
    const { feed, text } = await read([hostile]);
    const html = load(feed?.entries[0]?.content ?? '');
    expect(html('script, [onerror], [href^="javascript:"]').length).toBe(0);
    expect(html.text()).toContain('window.hacked=1');
    expect(text).not.toMatch(/[\u0000\u0008\uffff]/);
  });
});

it('marks right-to-left text in feeds, pages and e-mails', async () => {
  const page = await open();
  for (const path of ['/digests/2024-05-02', '/digests/2024-05-02/email', '/digests.atom']) {
    expect((await page.get(path)).text).toMatch(/dir=(?:"|&quot;)auto/);
  }
});

it('lists what is followed as OPML', async () => {
  const { text, headers } = await (await open()).get('/following.opml');
  expect(parseFeedList(text)).toEqual([{ url: 'https://news.example/feed?a=1&b=2', title: 'News & more' }]);
  expect(headers.get('content-disposition')).toContain('following.opml');
});

it('has none of the chats if the page has no stores', async () => {
  const page = openPage({ library: createFakeLibrary(articles), now: () => NOW });
  for (const path of ['/following.opml', '/subscriptions/aaaaaa/next', '/subscriptions/aaaaaa/digests.atom']) {
    expect((await page.get(path)).status).toBe(404);
  }
  expect((await page.get('/digests')).text).not.toContain('aaaaaa');
});
