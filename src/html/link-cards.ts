import { sourceOf, toAbsolute } from '../article/address.ts';
import type { Link } from '../article/article.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { rememberTests } from '../text/remembered-test.ts';
import type { MainContent } from './main-content.ts';
import { isBlock } from './tree/block-elements.ts';
import { attribute, type Element, findAllBelow, findBelow, textBelow } from './tree/dom.ts';

/** Class names of a preview of another page, as editors insert it for an address. */
const CARD_NAMES = rememberTests(
  /(?:^|[\s_-])(?:bookmark(?:-card)?|link-?cards?|link-?preview|onebox|post-?embed|(?:internal-?)?blog-?card|embed-?card|web-?card|og-?card|url-?card|link-?embed|embed-?link|preview-?card|rich-?link)(?=$|[\s_-])/i,
);
const CAMEL_CASE = /([a-z])([A-Z])/g;
const TITLE_NAMES = rememberTests(/(?:^|[\s_-])(?:\w*-)?(?:title|heading|headline)(?=$|[\s_-])/i);
/** A longer text is no preview, in characters. */
const MAX_CARD_CHARS = 600;
const CARD_TAGS = new Set(['a', 'div', 'figure', 'aside', 'section', 'article', 'blockquote', 'p', 'span']);

/** The link of a card that previews another page; undefined for anything else. */
export function readLinkCard(element: Element, page: MainContent): Link | undefined {
  if (!CARD_TAGS.has(element.name)) return undefined;
  const isNamed = hasCardName(element);
  if (!isNamed && (element.name !== 'a' || !isLinkAroundHeading(element, page))) return undefined;
  const { chars, links, players } = page.statsOf(element);
  if (chars > MAX_CARD_CHARS || chars > page.chars / 2 || links > 4 || players > 0) return undefined;
  const urls = addressesIn(element, page);
  const [url] = urls;
  if (url === undefined || urls.length > 1 || url === page.base) return undefined;
  return { url, text: titleOf(element, page) || sourceOf(url), role: 'related' };
}

function hasCardName(element: Element): boolean {
  const names = attribute(element, 'class');
  if (names !== '' && CARD_NAMES.test(names.replace(CAMEL_CASE, '$1-$2'))) return true;
  return attribute(element, 'data-draft-type') === 'link-card';
}

/** A link around a heading and more is a teaser; one around a heading alone is a heading. */
function isLinkAroundHeading(anchor: Element, page: MainContent): boolean {
  const { headings, chars, visuals } = page.statsOf(anchor);
  if (headings === 0) return false;
  const heading = findBelow(anchor, isHeading);
  return heading !== undefined && (visuals > 0 || page.statsOf(heading).chars < chars);
}

function isHeading({ name }: Element): boolean {
  return /^h[1-6]$/.test(name);
}

/** The different addresses of a card's links, without the fragments of one page. */
function addressesIn(element: Element, page: MainContent): string[] {
  const anchors = element.name === 'a' ? [element] : findAllBelow(element, ({ name }) => name === 'a', page.skips);
  const urls = anchors.flatMap((anchor) => toAbsolute(attribute(anchor, 'href'), page.base) ?? []);
  return [...new Set(urls)];
}

function titleOf(element: Element, page: MainContent): string {
  const named = findBelow(
    element,
    (below) => !page.skips(below) && (isHeading(below) || TITLE_NAMES.test(attribute(below, 'class'))),
  );
  const title = named === undefined ? '' : collapseSpace(textBelow(named));
  if (title !== '') return title;
  const first = findBelow(element, (below) => !page.skips(below) && isLeafWithText(below, page));
  return collapseSpace(textBelow(first ?? element));
}

function isLeafWithText(element: Element, page: MainContent): boolean {
  return page.statsOf(element).chars > 0 && findBelow(element, isBlock) === undefined;
}
