import type { Article } from '../article/article.ts';

/** What lists show of an article, without its text. */
export interface ArticleEntry
  extends Pick<
    Article,
    'id' | 'url' | 'title' | 'source' | 'language' | 'direction' | 'summary' | 'stampedAt' | 'publishedAt'
  > {
  /** When its first version entered the library, ISO 8601, UTC. */
  addedAt: string;
}

/** An article as one of those that came in a time. */
export interface Arrived extends ArticleEntry {
  /** It came before that time, and was changed materially in it. */
  updated?: true;
}

/** What lists show of an article. */
export function toEntry(article: Article, addedAt: string): ArticleEntry {
  const { id, url, title, source, language, direction, summary, stampedAt, publishedAt } = article;
  return { id, url, title, source, language, direction, summary, stampedAt, publishedAt, addedAt };
}

/**
 * When an article counts as new, in milliseconds since 1970: published, else stamped, else added. A date without a time
 * is the start of that day in UTC.
 */
export function entryTimeMs({ publishedAt, stampedAt, addedAt }: Omit<ArticleEntry, 'summary'>): number {
  for (const time of [publishedAt, stampedAt, addedAt]) {
    const ms = time === null ? Number.NaN : Date.parse(time);
    if (!Number.isNaN(ms)) return ms;
  }
  return 0;
}

/** Newest first; of two of the same time the one that came later, then by id, so that pages never overlap. */
export function compareEntries(a: ArticleEntry, b: ArticleEntry): number {
  return entryTimeMs(b) - entryTimeMs(a) || compareText(b.addedAt, a.addedAt) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
