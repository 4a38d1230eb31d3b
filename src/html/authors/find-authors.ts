import { readByline } from '../../text/bylines.ts';
import { isName } from '../../text/names.ts';
import { isNeverContent } from '../boilerplate/is-boilerplate.ts';
import type { MainContent } from '../main-content.ts';
import { continuesSentence } from '../text-context.ts';
import { attribute, type Document, type Element, findAllBelow, textUpTo, walk } from '../tree/dom.ts';
import { isByline, isNamedAuthor, markedNames, namesOf } from './author-elements.ts';
import { isNamedPortrait } from './author-portrait.ts';

/** Boxes about other articles and people. */
const OTHER_ARTICLES =
  /(?:^|[\s_-])(?:related|recommend\w*|teasers?|comments?|sidebar|popular|trending|most-?(?:read|popular)|more-?(?:stories|news|from|on)|promo|outbrain|taboola|newsletter\w*|breadcrumbs?|menu)(?=$|[\s_-])/i;
/** A paragraph of this many letters is text, or the standfirst: bylines are above the second one. */
const MIN_TEXT_CHARS = 80;
/** A byline may be this many elements above the headline. */
const MAX_ELEMENTS_ABOVE = 40;
/** More names than this are a list of the outlet's writers. */
const MAX_AUTHORS_ABOVE = 12;
const MAX_AUTHORS_BELOW = 3;
/** The bylines that are read; a page with more lists other articles. */
const MAX_BYLINES = 30;
const MAX_LINE_UNITS = 120;

/**
 * The authors that the page marks up between its headline and its text, else in a box below the text; [] if there are none.
 * Reads boxes too that are not part of the text.
 */
export function findMarkedAuthors(document: Document, page: MainContent): string[] {
  const { from, headline, textAt, to } = findBounds(document, page);
  const bylines = findAllBelow(
    document,
    (element) =>
      element.index >= from &&
      element.index <= to &&
      (isByline(element) || (element.index >= headline && element.index <= textAt && isNamedAuthor(element))),
  )
    .slice(0, MAX_BYLINES)
    .filter((element) => !continuesSentence(element) && !isElsewhere(element, page));
  const above = new Set(bylines.filter(({ index }) => index <= textAt).flatMap(namesOf));
  if (above.size > 0) return above.size <= MAX_AUTHORS_ABOVE ? [...above] : [];
  const pictured = namesBesidePortraits(document, { from, to: textAt });
  if (pictured.length > 0) return pictured;
  const below = new Set(bylines.filter((element) => element.index > textAt && !isInList(element)).flatMap(namesBelow));
  return below.size <= MAX_AUTHORS_BELOW ? [...below] : [];
}

/** The names that portraits above the text describe, and that an element repeats. */
function namesBesidePortraits(document: Document, { from, to }: { from: number; to: number }): string[] {
  const isAbove = ({ index }: Element) => index >= from && index <= to;
  const portraits = findAllBelow(document, (element) => isAbove(element) && isNamedPortrait(element));
  const names = new Set(portraits.map((portrait) => attribute(portrait, 'alt')).filter(isName));
  if (names.size === 0 || names.size > MAX_AUTHORS_BELOW) return [];
  const shown = findAllBelow(document, (element) => isAbove(element) && element.name === 'a');
  const texts = new Set(shown.map((link) => textUpTo(link, MAX_LINE_UNITS)?.trim()));
  return [...names].filter((name) => texts.has(name));
}

/** Below the text, an unmarked line is a byline only with its label. */
function namesBelow(byline: Element): string[] {
  const names = markedNames(byline);
  return names.length > 0 ? names : (readByline(textUpTo(byline, MAX_LINE_UNITS) ?? '') ?? []);
}

/** Whether an element is not shown, or in a box about other articles. */
function isElsewhere(element: Element, { root }: MainContent): boolean {
  for (let node: Document | Element = element; node !== root && node.type !== 'root'; node = node.parent) {
    if (node.name === 'body' || node.name === 'main') return false;
    if (node.name === 'nav' || node.name === 'figure' || (node.name !== 'footer' && isNeverContent(node))) return true;
    const names = attribute(node, 'class');
    if (names !== '' && OTHER_ARTICLES.test(names)) return true;
  }
  return false;
}

/** Whether an element is in a list or a card, as teasers of other articles are. */
function isInList(element: Element): boolean {
  for (let node: Document | Element = element.parent; node.type !== 'root'; node = node.parent) {
    if (node.name === 'li' || (node.name === 'article' && textUpTo(node, 600) !== undefined)) return true;
  }
  return false;
}

interface Bounds {
  /** The positions of the first element that may be a byline, the headline, the first text, and the last element. */
  from: number;
  headline: number;
  textAt: number;
  to: number;
}

function findBounds(document: Document, page: MainContent): Bounds {
  const { root } = page;
  const first = root.type === 'root' ? 0 : root.index;
  const paragraphs: number[] = [];
  let last = first;
  walk(root, {
    enter(element) {
      last = element.index;
      if (element.name !== 'p' || paragraphs.length > 1 || page.skips(element)) return undefined;
      const { chars, linkChars } = page.statsOf(element);
      if (chars - linkChars >= MIN_TEXT_CHARS) paragraphs.push(element.index);
      return undefined;
    },
    leave: () => {},
    text: () => {},
  });
  const at = paragraphs.at(-1) ?? last;
  const headline = findAllBelow(document, ({ name }) => name === 'h1').findLast(({ index }) => index < at)?.index;
  const start = headline ?? first;
  return { from: headline === undefined ? first : start - MAX_ELEMENTS_ABOVE, headline: start, textAt: at, to: last };
}
