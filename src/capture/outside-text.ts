import { type Document, type Element, findBelow, textBelow } from '../html/tree/dom.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';
import { paragraphsBelow } from './paragraphs.ts';
import { lettersOf, shareOfPieces } from './text-coverage.ts';

const KEPT = /^(?:h1|figure|figcaption|table|td|th|caption|video|audio|iframe)$/;

/**
 * The paragraphs before the first and after the last one that the page declares as the article's text: bylines, notices,
 * teasers. `kept` is a text that stays in any case.
 */
export function findOutsideText(root: Document | Element, declared: string, kept: string): ReadonlySet<Element> {
  const letters = lettersOf(declared);
  const paragraphs = paragraphsBelow(root).map((element) => ({ element, letters: lettersOf(textBelow(element)) }));
  const isDeclared = ({ letters: own }: { letters: string }) =>
    own.length >= MIN_LETTERS && shareOfPieces(own, letters) >= MIN_SHARE;
  const first = paragraphs.findIndex(isDeclared);
  const last = paragraphs.findLastIndex(isDeclared);
  if (first < 0) return new Set();
  const standfirst = lettersOf(kept);
  const outside = [...paragraphs.slice(0, first), ...paragraphs.slice(last + 1)];
  return new Set(
    outside
      .filter(
        ({ element, letters: own }) =>
          !isInKept(element) &&
          !isOpening(element, paragraphs[first]?.element, own) &&
          (standfirst === '' || !standfirst.includes(own)),
      )
      .map(({ element }) => element),
  );
}

const MIN_LETTERS = 30;
/** A declared paragraph may lack its dateline or a link. */
const MIN_SHARE = 0.6;

/** Whether a paragraph above the declared text is one of it: a long sentence in the same element, without links. */
function isOpening(element: Element, first: Element | undefined, letters: string): boolean {
  if (element.name !== 'p' || first === undefined || element.parent !== first.parent) return false;
  if (element.index > first.index || letters.length < MIN_OPENING_LETTERS) return false;
  return endsWithStop(textBelow(element).trim()) && !findBelow(element, ({ name }) => name === 'a');
}

const MIN_OPENING_LETTERS = 80;

/** Captions and tables belong to what they are in. */
function isInKept(element: Element): boolean {
  for (let at: Document | Element = element; at.type !== 'root'; at = at.parent) if (KEPT.test(at.name)) return true;
  return false;
}
