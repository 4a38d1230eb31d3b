import type { Article } from '../article/article.ts';

/** An article in a list, without its text. */
export interface ArticleEntry
  extends Pick<
    Article,
    'id' | 'url' | 'title' | 'source' | 'language' | 'direction' | 'summary' | 'stampedAt' | 'publishedAt'
  > {
  /** When its first version was added to the library, ISO 8601, UTC. */
  addedAt: string;
}

/** An article that was added, or changed materially, within a range of positions. */
export interface Arrival extends ArticleEntry {
  /** It was added before the range and changed within it. */
  updated?: true;
}

/** Makes the list entry of an article. */
export function toEntry(article: Article, addedAt: string): ArticleEntry {
  const { id, url, title, source, language, direction, summary, stampedAt, publishedAt } = article;
  return { id, url, title, source, language, direction, summary, stampedAt, publishedAt, addedAt };
}

/**
 * The time that an article is sorted by, in milliseconds since 1970: published, else stamped, else added. A date without
 * a time is the start of that day in UTC.
 */
export function entryTimeMs({ publishedAt, stampedAt, addedAt }: Omit<ArticleEntry, 'summary'>): number {
  for (const time of [publishedAt, stampedAt, addedAt]) {
    const ms = time === null ? Number.NaN : Date.parse(time);
    if (!Number.isNaN(ms)) return ms;
  }
  return 0;
}

/** Sorts newest first; at the same time the one added later first, then by id, so that pages never overlap. */
export function compareEntries(a: ArticleEntry, b: ArticleEntry): number {
  return entryTimeMs(b) - entryTimeMs(a) || compareText(b.addedAt, a.addedAt) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
