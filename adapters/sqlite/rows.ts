import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Article } from '../../src/article/article.ts';

/** The columns of `articles a` that make an `ArticleEntry`. */
export const ENTRY_COLUMNS =
  'a.id, a.url, a.title, a.source, a.language, a.direction, a.summary, a.stampedAt, a.publishedAt, a.addedAt';

/** Level 3 takes half the time of the default level and a tenth more space; measured on 4,643 articles. */
const COMPRESSION_LEVEL = 3;

/** The `body` column of a version: the article as compressed JSON. */
export function packArticle(article: Article): Uint8Array {
  return deflateRawSync(JSON.stringify(article), { level: COMPRESSION_LEVEL });
}

/** Reverses `packArticle`. */
export function unpackArticle(body: Uint8Array): Article {
  return JSON.parse(inflateRawSync(body).toString('utf8')) as Article;
}

/** The article, or undefined if it cannot be read. */
export function unpackIfReadable(body: Uint8Array): Article | undefined {
  try {
    return unpackArticle(body);
  } catch {
    // Whoever asks for this article is told; saving the next ones goes on.
    return undefined;
  }
}
