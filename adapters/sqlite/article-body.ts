import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Article } from '../../src/article/article.ts';

/** Level 3 halves the time of the default level and costs a tenth more space; measured on 4,643 articles. */
const LEVEL = 3;

/** An article as it is kept: JSON, compressed. */
export function packArticle(article: Article): Uint8Array {
  return deflateRawSync(JSON.stringify(article), { level: LEVEL });
}

/** The article that `packArticle` packed. */
export function unpackArticle(body: Uint8Array): Article {
  return JSON.parse(inflateRawSync(body).toString('utf8')) as Article;
}
