import { toAbsolute } from '../article/address.ts';
import { shorten } from '../text/shorten.ts';
import { articleText, authorsInText } from './article-text.ts';
import { CaptureError } from './capture-error.ts';
import { type Extraction, extractArticle } from './extract.ts';
import { findFollowingPage } from './following-page.ts';
import { canonicalAddress } from './head/canonical-address.ts';
import { describePage, type PageDescription } from './head/describe-page.ts';
import type { Page } from './head/read-page.ts';
import { joinPages } from './join-pages.ts';
import { type LoadOptions, loadPage } from './load-page.ts';
import { findObstacle } from './obstacles.ts';
import { coverageOf } from './text-coverage.ts';

/** An article as its pages have it. */
export interface ReadArticle extends Omit<Extraction, 'isEnough'>, PageDescription {
  url: string;
}

interface ReadOptions extends LoadOptions {
  now: Date;
  /** The title, if the page has none. */
  title: string | null | undefined;
}

const MAX_PAGES = 20;
/** Of the start of the text, which is the title of a page without one. */
const MAX_TITLE_COLUMNS = 80;
/** A following page that has more of the text before it is the same page again. */
const MAX_REPEATED = 0.5;

/** Reads the article that an address leads to, on all its pages. Rejects with `CaptureError` if there is none. */
export async function readArticle(address: string, { now, title, ...options }: ReadOptions): Promise<ReadArticle> {
  const page = await loadPage(address, options);
  const described = describePage(page, now);
  const context = { url: page.url, title: described.title || (title ?? '') };
  const own = extractArticle(page, { ...context, standfirst: described.standfirst, authors: described.authors });
  const { html, text } =
    (await readFollowing(page, own, { context, options })) ??
    (await readLightPage(page, own, { context, options })) ??
    own;
  const obstacle = findObstacle(page, { text, requested: address });
  if (obstacle !== undefined) throw obstacle;
  const named = described.isSite ? authorsInText(html, context).filter(isPerson) : [];
  return {
    ...described,
    authors: named.length > 0 ? named : described.authors,
    title: context.title || shorten(text, MAX_TITLE_COLUMNS),
    url: canonicalAddress(page),
    html,
    text,
  };
}

interface More {
  context: { url: string; title: string };
  options: LoadOptions;
}

/** The article with the pages after the first; undefined if there are none. A page that cannot be read ends it. */
async function readFollowing(first: Page, { text: start }: Extraction, { context, options }: More) {
  const pages = [first];
  let text = start;
  for (let next = findFollowingPage(first); next !== undefined && pages.length < MAX_PAGES; ) {
    const page = await tryLoading(next, options);
    const own = page === undefined ? '' : extractArticle(page, context).text;
    if (page === undefined || own === '' || coverageOf(own, text) > MAX_REPEATED) break;
    pages.push(page);
    text += `\n${own}`;
    next = findFollowingPage(page);
  }
  if (pages.length === 1) return undefined;
  const html = joinPages(pages, context.title);
  const joined = articleText(html, context);
  return joined.length > start.length ? { html, text: joined } : undefined;
}

/** The light version of a page that shows too little, if it has more text. */
async function readLightPage(page: Page, own: Extraction, { context, options }: More) {
  const href = page.facts.links.find(({ rel }) => rel.split(/\s+/).includes('amphtml'))?.href;
  const address = href === undefined || own.isEnough ? undefined : toAbsolute(href, page.url);
  const light = address === undefined ? undefined : await tryLoading(address, options);
  const found = light && extractArticle({ ...light, article: light.article ?? page.article }, context);
  return found !== undefined && found.text.length > own.text.length ? found : undefined;
}

async function tryLoading(address: string, options: LoadOptions): Promise<Page | undefined> {
  try {
    return await loadPage(address, options);
  } catch (error) {
    if (error instanceof CaptureError && !(options.signal?.aborted ?? false)) return undefined;
    throw error;
  }
}

/** Agencies have names of one word, and persons do not, except in scripts without spaces. */
function isPerson(name: string): boolean {
  return /\s|^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(name);
}
