import type { Article } from '../../src/article/article.ts';
import type { ArticleEntry } from '../../src/library/entry.ts';
import type { Library } from '../../src/library/library.ts';
import type { ArticleVersion } from '../../src/library/versions.ts';

interface FakeVersions {
  versions?: Readonly<Record<string, readonly ArticleVersion[]>>;
  /** The content of earlier versions by id, the latest first. */
  earlier?: Readonly<Record<string, readonly Article[]>>;
}

/** A library over an array of articles, in memory. `versions` are by id; where none are told, each has one. */
export function createFakeLibrary(
  articles: readonly Article[],
  { versions = {}, earlier = {} }: FakeVersions = {},
): Library {
  const byDate = articles.map(toEntry).toSorted((a, b) => instantOf(b) - instantOf(a));
  const search: Library['search'] = async (words, limit) => {
    const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
    const hits = byDate.flatMap((entry) => {
      const article = articles.find(({ id }) => id === entry.id);
      const sections = article?.sections ?? [];
      const inAll = [entry.title, ...sections.map(textOf)].join('\n').toLowerCase();
      const section =
        sections.find((one) => wanted.some((word) => textOf(one).toLowerCase().includes(word))) ?? sections[0];
      if (section === undefined || !wanted.every((word) => inAll.includes(word))) return [];
      return [{ entry, section: { number: section.number, title: section.title } }];
    });
    return hits.slice(0, limit);
  };
  return {
    search,
    find: async (words, limit) => (await search(words, limit)).map(({ entry }) => entry),
    size: async () => articles.length,
    article: async (id) => articles.find((article) => article.id === id),
    articleAt: async (url) => articles.find((article) => withoutEnd(article.url) === withoutEnd(url)),
    async newest({ source, since, offset, limit }) {
      const found = byDate
        .filter((entry) => source === undefined || entry.source === source)
        .filter((entry) => since === undefined || instantOf(entry) >= since.getTime());
      return { total: found.length, entries: found.slice(offset, offset + limit) };
    },
    async sources() {
      const names = [...new Set(articles.map(({ source }) => source))];
      return names.map((source) => ({ source, articles: articles.filter((one) => one.source === source).length }));
    },
    versions: async (id) =>
      versions[id] ?? [{ stampedAt: null, addedAt: '2021-01-01T00:00:00.000Z', title: '', file: 'a.md' }],
    earlierVersion: async (id, version) => earlier[id]?.[version - 2],
    refusals: async () => [],
  };
}

/** What lists show of an article. */
export function toEntry(article: Article): ArticleEntry {
  const { id, url, title, source, language, direction, summary, stampedAt, publishedAt } = article;
  return {
    id,
    url,
    title,
    source,
    language,
    direction,
    summary,
    stampedAt,
    publishedAt,
    addedAt: '2021-01-01T00:00:00.000Z',
  };
}

function instantOf({ publishedAt, addedAt }: ArticleEntry): number {
  return Date.parse(publishedAt ?? addedAt);
}

function textOf({ title, text }: Article['sections'][number]): string {
  return [title ?? '', ...text.flatMap((block) => ('spans' in block ? block.spans : [])).map((span) => span.text)].join(
    '\n',
  );
}

function withoutEnd(url: string): string {
  return url.replace(/\/$/u, '');
}
