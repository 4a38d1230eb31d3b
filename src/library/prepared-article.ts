import type { Article } from '../article/article.ts';
import type { ParseError, ParseResult, ParseWarning } from '../snapshot/parse-result.ts';
import { contentFingerprint } from './content.ts';
import { type ArticleEntry, toEntry } from './entry.ts';
import { type IndexedText, indexedTextOf } from './indexed-text.ts';
import { packArticle } from './packed-article.ts';

/** Everything that a store saves of an article. It takes seconds to compute for a large one, and a tenth of its memory. */
export interface PreparedArticle {
  entry: Omit<ArticleEntry, 'addedAt'>;
  /** Fingerprint of the visible content. */
  content: string;
  indexed: IndexedText;
  /** The whole article, for `unpackArticle`. */
  packed: Uint8Array<ArrayBuffer>;
}

/** The result of parsing a snapshot, prepared for a store. */
export type PreparedResult =
  | { ok: true; article: PreparedArticle; warnings: ParseWarning[] }
  | { ok: false; error: ParseError };

/** Prepares an article for a store. */
export function prepareArticle(article: Article): PreparedArticle {
  const { addedAt: _, ...entry } = toEntry(article, '');
  const content = contentFingerprint(article);
  return { entry, content, indexed: indexedTextOf(article), packed: packArticle(article) };
}

/** Prepares a parsed snapshot for a store. */
export function prepareResult(result: ParseResult): PreparedResult {
  return result.ok ? { ...result, article: prepareArticle(result.article) } : result;
}
