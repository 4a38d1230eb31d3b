import { toAbsolute } from '../../article/address.ts';
import type { Document } from '../../html/tree/dom.ts';
import { parseHtml } from '../../html/tree/parse-html.ts';
import { decodeText } from '../../web/decode-text.ts';
import type { Fetched } from '../../web/fetch-page.ts';
import { chooseAuthors } from './choose-authors.ts';
import { chooseDate } from './choose-date.ts';
import { chooseTitle } from './choose-title.ts';
import { findLdArticle, type LdArticle } from './ld-article.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';

/** A fetched page, parsed. */
export interface Page {
  /** Where it came from, after redirects. */
  url: string;
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
  return { url, document, facts, article: findLdArticle(facts.jsonLd) };
}

/** What a page says of its article in its head. */
export interface PageDescription {
  title: string;
  authors: string[];
  /** ISO 8601 in UTC, or a date without a time. */
  published: string | undefined;
  language: string | undefined;
  image: string | undefined;
}

export function describePage({ url, facts, article }: Page, now: Date): PageDescription {
  const metas = (...names: string[]) => names.flatMap((name) => facts.metas.get(name)?.[0] ?? [])[0];
  const image = metas('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image') ?? article?.image;
  return {
    title: chooseTitle(facts, article, new URL(url).hostname),
    authors: chooseAuthors(facts, article),
    published: chooseDate(facts, article, now),
    language: toTag(facts.language ?? article?.language ?? metas('og:locale', 'content-language', 'dc.language')),
    image: image === undefined ? undefined : toAbsolute(image, url),
  };
}

/** A language tag as BCP 47 writes it; undefined for anything else. */
function toTag(language: string | undefined): string | undefined {
  const tag = language?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}
