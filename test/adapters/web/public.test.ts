import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { WebAccess } from '../../../adapters/web/access.ts';
import type { Article } from '../../../src/article/article.ts';
import { createFakeArrivals } from '../../fakes/arrivals.ts';
import { makeArticle } from '../../fakes/article.ts';
import { createFakeDeliveryQueue } from '../../fakes/delivery-queue.ts';
import { createFakeFeedStore } from '../../fakes/feed-store.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';
import { articles as gallery } from '../../fixtures/articles.ts';
import { makeHostileArticle } from '../../fixtures/hostile-article.ts';
import { openPage } from './open-page.ts';

const ORIGIN = 'https://news.example.org';
const PUBLIC: WebAccess = { isPublic: true, origin: ORIGIN, token: undefined };
const host = 'news.example.org';
const harbour = makeArticle({
  url: 'https://news.example/harbour_(new)',
  title: 'The *harbour* opens',
  summary: 'Boats came back.',
  stampedAt: '2024-05-01T08:30:00.000Z',
});

async function open(articles: readonly Article[] = [harbour], access = PUBLIC) {
  const subscriptions = createFakeSubscriptionStore();
  await subscriptions.save(makeSubscription(), null);
  const stores = {
    subscriptions,
    deliveries: createFakeDeliveryQueue(),
    feeds: createFakeFeedStore(),
    arrivals: createFakeArrivals(articles),
  };
  return openPage({ library: createFakeLibrary(articles), stores, access });
}

const embedOf = (text: string) => load(text)('script[id="discord:component-embed"]').html();

describe('a public page', () => {
  it.each([host, 'NEWS.example.org', 'localhost:8642'])('answers as %s', async (name) => {
    expect((await (await open()).get('/', { host: name })).status).toBe(200);
  });

  it.each(['evil.example', 'news.example.org.evil.example', 'news.example.org:81', 'a b', ''])(
    'does not answer as %j',
    async (name) => {
      expect((await (await open()).get('/', { host: name })).status).toBe(421);
    },
  );

  it('answers by any name if it does not know its own', async () => {
    const page = await open([harbour], { ...PUBLIC, origin: undefined });
    expect((await page.get('/', { host: 'any.example' })).status).toBe(200);
    expect((await page.get('/', { host: '"><script>' })).status).toBe(421);
  });

  it('shows articles, digests and their feed, and nothing of the chats', async () => {
    const { get } = await open();
    const edition = '/editions/0-1?at=2024-05-02T08:00:00.000Z&style=brief';
    for (const path of ['/', '/days/2024-05-01', '/digests', '/digests/2024-05-02', '/digests.atom', edition]) {
      const { status, text } = await get(path, { host });
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toContain('aaaaaa');
    }
    for (const path of ['/following.opml', '/subscriptions/aaaaaa/next', '/subscriptions/aaaaaa/digests.json']) {
      expect((await get(path, { host })).status).toBe(404);
      // A proxy on the same machine asks by that name.
      expect((await get(path)).status).toBe(404);
    }
  });

  it('names its own address in feeds', async () => {
    const { text } = await (await open()).get('/digests.atom');
    expect(text).toContain(`href="${ORIGIN}/digests.atom"`);
    expect(text).toContain(`href="${ORIGIN}/digests/2024-05-02"`);
  });
});

describe('a link to a public page', () => {
  it('has tags of Open Graph', async () => {
    const $ = load((await (await open()).get(`/articles/${harbour.id}`, { host })).text);
    const tag = (name: string) => $(`meta[property="${name}"]`).attr('content');
    expect(tag('og:title')).toBe('The *harbour* opens');
    expect(tag('og:description')).toBe('Boats came back.');
    expect(tag('og:type')).toBe('article');
    expect(tag('og:url')).toBe(`${ORIGIN}/articles/${harbour.id}`);
    expect(tag('article:published_time')).toBe('2024-05-01T08:30:00.000Z');
  });

  it('unfolds in Discord as components', async () => {
    const { get } = await open();
    const article = JSON.parse(embedOf((await get(`/articles/${harbour.id}`, { host })).text) ?? '') as object;
    expect(article).toMatchObject({
      component: {
        type: 17,
        components: [
          { type: 10, content: `### [The \\*harbour\\* opens](<${ORIGIN}/articles/${harbour.id}>)` },
          { type: 10, content: expect.stringContaining('-# news.example') as string },
          { type: 10, content: 'Boats came back.' },
          { type: 1, components: [{ type: 2, style: 5, label: 'Original', url: harbour.url }] },
        ],
      },
    });
    const digest = embedOf((await get('/digests/2024-05-02', { host })).text);
    expect(digest).toContain(`/articles/${harbour.id}`);
  });

  const long = makeArticle({
    url: `https://long.example/${'x'.repeat(1900)}`,
    title: '长'.repeat(800),
    summary: '概'.repeat(2000),
    stampedAt: '2024-05-01T09:00:00.000Z',
  });
  const many = Array.from({ length: 10 }, (_, at) => ({ ...long, id: `many0000${at}`, title: `${at} ${long.title}` }));

  it.each([...gallery, makeHostileArticle(), long])('stays within 3,000 bytes: %#', async (article) => {
    const embed = embedOf((await (await open([article])).get(`/articles/${article.id}`, { host })).text) ?? '';
    expect(Buffer.byteLength(embed)).toBeLessThanOrEqual(3000);
    expect(JSON.parse(embed)).toHaveProperty('component.type', 17);
    expect(embed).not.toContain('<');
  });

  it('stays within 3,000 bytes with many long titles', async () => {
    const embed = embedOf((await (await open(many)).get('/digests/2024-05-02', { host })).text) ?? '';
    expect(Buffer.byteLength(embed)).toBeLessThanOrEqual(3000);
    expect(embed).toContain('many00000');
  });

  it('has none of it where nobody else can reach the page', async () => {
    const { text } = await openPage({ library: createFakeLibrary([harbour]) }).get(`/articles/${harbour.id}`);
    expect(text).not.toMatch(/og:|component-embed/);
  });
});
