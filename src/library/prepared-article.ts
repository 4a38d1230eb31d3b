import type { Article } from '../article/article.ts';
import type { ParseError, ParseResult, ParseWarning } from '../snapshot/parse-result.ts';
import type { RunSteps } from '../text/steps.ts';
import { contentFingerprint } from './content.ts';
import { type ArticleEntry, toEntry } from './entry.ts';
import { type IndexedText, indexedTextOf, indexedTextSteps } from './indexed-text.ts';
import { packArticle, unpackIfReadable, unpackInSteps } from './packed-article.ts';

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
  const content = contentFingerprint(article);
  return { entry: toListEntry(article), content, indexed: indexedTextOf(article), packed: packArticle(article) };
}

/** What a list and the search show of an article. */
export type ListedArticle = Pick<PreparedArticle, 'entry' | 'indexed'>;

/** Prepares a stored article to be listed again, in steps; undefined if it cannot be read. */
export async function prepareListed(packed: Uint8Array, runSteps: RunSteps): Promise<ListedArticle | undefined> {
  // As in `unpackIfReadable`: whoever asks for this article is told.
  const article = await unpackInSteps(packed, runSteps).catch(() => undefined);
  return article && { entry: toListEntry(article), indexed: await runSteps(indexedTextSteps(article)) };
}

/** The same at once, for an article that is not large. */
export function prepareListedAtOnce(packed: Uint8Array): ListedArticle | undefined {
  const article = unpackIfReadable(packed);
  return article && { entry: toListEntry(article), indexed: indexedTextOf(article) };
}

function toListEntry(article: Article): PreparedArticle['entry'] {
  const { addedAt: _, ...entry } = toEntry(article, '');
  return entry;
}

/** Prepares a parsed snapshot for a store. */
export function prepareResult(result: ParseResult): PreparedResult {
  return result.ok ? { ...result, article: prepareArticle(result.article) } : result;
}
