import { describe, expect, it } from 'vitest';
import { collectDigest, type DigestRequest } from '../../src/digest/collect.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { raise } from '../fakes/raise.ts';
import { articles, strait } from '../fixtures/articles.ts';

const now = new Date('2021-11-15T12:00:00.000Z');

function collect(wish: Partial<DigestRequest> = {}, library = createFakeLibrary(articles)) {
  return collectDigest(library, { period: 'ever', style: 'full', title: 'Digest', now, report: raise, ...wish });
}

describe('a digest', () => {
  it('is plain data that survives JSON', async () => {
    const digest = await collect();
    expect(JSON.parse(JSON.stringify(digest))).toEqual(digest);
  });

  it('has every article of a library, newest first', async () => {
    const { items, total, since, date } = await collect();
    expect(items.map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
    expect({ total, since, date }).toEqual({ total: 5, since: null, date: now.toISOString() });
  });

  it('goes through a large library page by page', async () => {
    const many = Array.from({ length: 1203 }, (_, n) => ({
      ...strait,
      id: `article${n}`,
      url: `https://example.org/${n}`,
    }));
    expect((await collect({ style: 'headlines' }, createFakeLibrary(many))).items).toHaveLength(1203);
  });

  it('describes each article in full, with its sections', async () => {
    const { items } = await collect();
    expect(items[0]).toMatchObject({
      id: 'strait001',
      title: '海峡渡轮复航：两岸码头在等什么',
      url: 'https://news.example.org/strait-ferry',
      source: 'news.example.org',
      publishedAt: '2021-11-15T10:13:06.000Z',
      summary: '停航十年的渡轮将在春天复航，台湾一侧的码头已经重新刷漆。',
      image: {
        url: 'https://img.example.org/pier.jpg',
        fallbacks: ['https://origin.example.org/pier.jpg', 'https://img.example.org/pier-240.jpg'],
        credit: '码头报社',
      },
      images: 3,
      links: 3,
    });
    expect(items[0]?.sections[2]).toEqual({
      number: 2,
      title: '船长想要什么',
      summary: '船长只想要一台新的雷达。',
      images: 2,
      links: 0,
    });
  });

  it('has only what its style shows', async () => {
    const { items: headlines } = await collect({ style: 'headlines' });
    expect(headlines[0]).toMatchObject({ summary: null, image: null, images: null, links: null, sections: [] });
    const { items: brief } = await collect({ style: 'brief' });
    expect(brief[0]?.summary).toContain('停航十年');
    expect(brief.map(({ sections }) => sections.length)).toEqual([0, 0, 0, 0, 0]);
  });

  it('shows all of a single article, whatever the style', async () => {
    const { items } = await collect({ style: 'headlines' }, createFakeLibrary([strait]));
    expect(items[0]?.sections).toHaveLength(4);
  });

  it('covers articles from a time on, inclusive', async () => {
    const { items, since, isFallback } = await collect({ period: new Date('2021-11-13T08:00:00.000Z') });
    expect(items.map(({ id }) => id)).toEqual(['strait001', 'short0002', 'nightbus3']);
    expect({ since, isFallback }).toEqual({ since: '2021-11-13T08:00:00.000Z', isFallback: false });
  });

  it('covers the last 24 hours, lately', async () => {
    const { items, since } = await collect({ period: 'lately' });
    expect([items.map(({ id }) => id), since]).toEqual([['strait001'], '2021-11-14T12:00:00.000Z']);
  });

  it('has the newest few, marked as a fallback, if there were none lately', async () => {
    const digest = await collect({ period: 'lately', now: new Date('2022-01-01T00:00:00.000Z') });
    expect(digest).toMatchObject({ isFallback: true, since: null, total: 5 });
    expect(digest.items).toHaveLength(5);
  });

  it('is empty, and no fallback, if there were none since a requested time', async () => {
    const digest = await collect({ period: new Date('2021-11-15T11:00:00.000Z') });
    expect(digest).toMatchObject({ isFallback: false, total: 0, items: [] });
  });

  it('respects a limit and counts all', async () => {
    const { items, total } = await collect({ limit: 2 });
    expect([items.length, total]).toEqual([2, 5]);
  });

  it('shows an article that vanished meanwhile by its entry', async () => {
    const library = { ...createFakeLibrary(articles), article: async () => undefined };
    expect((await collect({}, library)).items[0]).toMatchObject({
      title: strait.title,
      summary: strait.summary,
      image: null,
      sections: [],
    });
  });
});
