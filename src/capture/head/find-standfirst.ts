import { isNeverContent } from '../../html/boilerplate/is-boilerplate.ts';
import { type Element, findAllBelow, findBelow, textBelow } from '../../html/tree/dom.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { lettersOf } from '../text-coverage.ts';
import type { Page } from './read-page.ts';

const DESCRIPTIONS = ['og:description', 'description', 'twitter:description', 'dc.description', 'sailthru.description'];
const ELEMENTS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'h2',
  'h3',
  'strong',
  'span',
  'section',
  'blockquote',
  'li',
]);
/** A shorter text may be a slogan that is anywhere. */
const MIN_LETTERS = 40;
const MAX_UNITS = 1500;
const MAX_ELEMENTS = 5000;

/**
 * The standfirst of an article: a text on the page that its description repeats, whole or cut off. Pages often have it
 * beside the headline, outside of the article's text. Undefined if no such text can be seen.
 */
export function findStandfirstText({ document, facts, article }: Page): string | undefined {
  const described = [...DESCRIPTIONS.map((name) => facts.metas.get(name)?.[0]), article?.description]
    .map((text) => lettersOf(withoutEllipsis(text ?? '')))
    .filter((letters) => letters.length >= MIN_LETTERS);
  if (described.length === 0) return undefined;
  const skips = (element: Element) => isNeverContent(element) || /^(?:figure|figcaption|aside)$/.test(element.name);
  const elements = findAllBelow(document, ({ name }) => ELEMENTS.has(name), skips).slice(0, MAX_ELEMENTS);
  for (const element of elements.filter(({ firstChild }) => firstChild !== null)) {
    const text = collapseSpace(textBelow(element));
    if (
      text.length <= MAX_UNITS &&
      described.some((letters) => repeats(lettersOf(text), letters)) &&
      !findBelow(element, isCaption)
    )
      return text;
  }
  return undefined;
}

/** A description may repeat the caption of the first picture, which is no standfirst. */
function isCaption({ name }: Element): boolean {
  return name === 'figcaption';
}

function withoutEllipsis(text: string): string {
  return text.replace(/\s*\S*(?:…|\.\.\.)\s*$/u, '');
}

/** Whether a description is a text of the page, or its start. */
function repeats(text: string, described: string): boolean {
  return text.startsWith(described) && text.length <= described.length * 2.5;
}
