import type { Document } from '../../html/tree/dom.ts';
import { parseHtml } from '../../html/tree/parse-html.ts';
import { decodeText } from '../../web/decode-text.ts';
import type { Fetched } from '../../web/fetch-page.ts';
import { findLdArticle, type LdArticle } from './ld-article.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';

/** A fetched page, parsed. */
export interface Page {
  /** Where it came from, after redirects. */
  url: string;
  /** Decoded, as it came. */
  html: string;
  document: Document;
  facts: PageFacts;
  /** What its JSON-LD says of the article. */
  article: LdArticle | undefined;
}

/** Decodes and parses a page. Never throws. */
export function readPage({ url, headers, body }: Pick<Fetched, 'url' | 'headers' | 'body'>): Page {
  const html = decodeText(body, headers['content-type']);
  const document = parseHtml(html);
  const facts = readPageFacts(document, html);
  return { url, html, document, facts, article: findLdArticle(facts.jsonLd) };
}
