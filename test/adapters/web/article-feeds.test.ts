import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/feed/parse-feed.ts';
import { makeArticle } from '../../fakes/article.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { HOSTILE, makeHostileArticle } from '../../fixtures/hostile-article.ts';
import { openPage } from './open-page.ts';

const NOW = new Date('2024-05-02T12:00:00.000Z');
const articles = [
  makeArticle({ url: 'https://news.example/late', title: 'Later', stampedAt: '2024-05-02T09:00:00.000Z' }),
  makeArticle({
    url: 'https://ar.example/1',
    title: 'المكتبة العامة',
    stampedAt: '2024-05-02T07:00:00.000Z',
    summary: 'كتب جديدة.',
  }),
];
const open = (shown = articles) => openPage({ library: createFakeLibrary(shown), now: () => NOW });

describe.each(['atom', 'json'])('the feed of articles as %s', (format) => {
  async function read(path: string, page = open()) {
    const address = `${path}/articles.${format}`;
    const { text, status } = await page.get(address);
    return {
      status,
      text,
      feed: parseFeed({ bytes: Buffer.from(text), url: `http://localhost:8642${address}`, now: NOW }),
    };
  }

  it('has the newest of all sites, which lead to their pages', async () => {
    const { feed } = await read('');
    expect(feed?.entries.map(({ title }) => title)).toEqual(['Later', 'المكتبة العامة']);
    expect(feed?.siteUrl).toBe('http://localhost:8642/');
    expect(feed?.entries[1]).toMatchObject({
      url: `http://localhost:8642/articles/${articles[1]?.id}`,
      publishedAt: '2024-05-02T07:00:00.000Z',
      content: '<p dir="auto">كتب جديدة.</p>',
    });
  });

  it('has those of one site', async () => {
    const { feed, text } = await read('/sources/ar.example');
    expect(feed?.title).toContain('ar.example');
    expect(feed?.siteUrl).toBe('http://localhost:8642/?source=ar.example');
    expect(feed?.entries.map(({ title }) => title)).toEqual(['المكتبة العامة']);
    expect(text).toContain(`http://localhost:8642/sources/ar.example/articles.${format}`);
    expect((await read('/sources/none.example')).status).toBe(404);
  });

  it('is named on the list of these articles', async () => {
    const { text } = await open().get('/?source=ar.example');
    const links = load(text)(`[href="/sources/ar.example/articles.${format}"]`).toArray();
    expect(links.map(({ name }) => name)).toEqual(['link', 'a']);
  });

  it('escapes what sites write', async () => {
    const hostile = { ...makeHostileArticle(), summary: HOSTILE };
    const { feed } = await read('', open([hostile]));
    const content = load(feed?.entries[0]?.content ?? '');
    expect(content.text()).toBe(HOSTILE);
    expect(content('script, [onerror]').length).toBe(0);
  });
});
