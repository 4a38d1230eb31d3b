import { articleId } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { bestSection } from './best-section.ts';
import type { ArticleEntry } from './entry.ts';
import { readQuery } from './query.ts';
import type { LibraryStore, QueryWord, RejectedFile } from './store.ts';
import type { ArticleVersion } from './versions.ts';

/** A search result: the article, and its section that matches best. */
export interface SearchHit {
  entry: ArticleEntry;
  section: { number: number; title: string | null };
}

/** A site in the library, by its host. */
export interface Source {
  source: string;
  articles: number;
  /** How it calls itself, if that is known. */
  name?: string;
}

/** All articles. "Newest" sorts by `publishedAt`, then by when an article was added. */
export interface Library {
  size(): Promise<number>;
  article(id: string): Promise<Article | undefined>;
  /** Finds an article by its address; equivalent spellings of the address find the same one. */
  articleAt(url: string): Promise<Article | undefined>;
  newest(page: {
    source?: string;
    /** Only articles published (else stamped, else added) at or after this time. */
    since?: Date;
    offset: number;
    limit: number;
  }): Promise<{ total: number; entries: readonly ArticleEntry[] }>;
  search(words: string, limit: number): Promise<readonly SearchHit[]>;
  /** The articles that `search` finds; many times faster, because it opens none of them. */
  find(words: string, limit: number): Promise<readonly ArticleEntry[]>;
  sources(): Promise<readonly Source[]>;
  versions(id: string): Promise<readonly ArticleVersion[]>;
  /** A version of an article; `version` counts as in `versions`, from 1 for the newest. */
  earlierVersion(id: string, version: number): Promise<Article | undefined>;
  refusals(): Promise<readonly RejectedFile[]>;
}

/** The library on a store. Rejects with `StoreError` if the store is unavailable. */
export function createLibrary(store: LibraryStore): Library {
  return {
    size: () => store.size(),
    article: (id) => store.article(id),
    articleAt: (url) => store.article(articleId(url)),
    newest({ source, since, offset, limit }) {
      return store.newest({
        offset,
        limit,
        ...(source !== undefined && { source: source.toLowerCase().replace(/^www\./, '') }),
        ...(since !== undefined && { sinceMs: since.getTime() }),
      });
    },
    search: (words, limit) => search(store, words, limit),
    find: async (words, limit) => findEntries(store, await readQuery(words), limit),
    sources: () => store.sources(),
    versions: (id) => store.versions(id),
    refusals: () => store.refusals(),
    earlierVersion: (id, version) => store.articleVersion(id, version),
  };
}

async function search(store: LibraryStore, query: string, limit: number): Promise<readonly SearchHit[]> {
  const words = await readQuery(query);
  const entries = await findEntries(store, words, limit);
  return Promise.all(entries.map(async (entry) => ({ entry, section: await sectionFor(store, entry.id, words) })));
}

/** The articles with all of the words, else those with some of them. */
async function findEntries(
  store: LibraryStore,
  words: readonly QueryWord[],
  limit: number,
): Promise<readonly ArticleEntry[]> {
  if (words.length === 0) return [];
  const all = await store.search(words, 'every', limit);
  return all.length > 0 || words.length === 1 ? all : await store.search(words, 'some', limit);
}

async function sectionFor(store: LibraryStore, id: string, words: readonly QueryWord[]): Promise<SearchHit['section']> {
  const article = await store.article(id);
  const { number, title } = bestSection(article?.sections ?? [], words) ?? { number: 0, title: null };
  return { number, title };
}
