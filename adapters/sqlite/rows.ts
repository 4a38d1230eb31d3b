import type { Article } from '../../src/article/article.ts';
import { unpackArticle } from '../../src/library/packed-article.ts';

/** The columns of `articles a` that make an `ArticleEntry`. */
export const ENTRY_COLUMNS =
  'a.id, a.url, a.title, a.source, a.language, a.direction, a.summary, a.stampedAt, a.publishedAt, a.addedAt';

/** The article, or undefined if it cannot be read. */
export function unpackIfReadable(body: Uint8Array): Article | undefined {
  try {
    return unpackArticle(body);
  } catch {
    // Whoever asks for this article is told; saving the next ones goes on.
    return undefined;
  }
}
