import { isBlock } from '../html/tree/block-elements.ts';
import { type Document, type Element, textBelow, walk } from '../html/tree/dom.ts';
import { lettersOf } from './text-coverage.ts';

const KEPT = /^(?:h1|figure|figcaption|table|td|th|caption|video|audio|iframe)$/;

/**
 * The paragraphs before the first and after the last one that the page declares as the article's text: bylines, notices,
 * teasers. `kept` is a text that stays in any case.
 */
export function findOutsideText(root: Document | Element, declared: string, kept: string): ReadonlySet<Element> {
  const letters = lettersOf(declared);
  const paragraphs = paragraphsBelow(root).map((element) => ({ element, letters: lettersOf(textBelow(element)) }));
  const isDeclared = ({ letters: own }: { letters: string }) => own.length >= MIN_LETTERS && letters.includes(own);
  const first = paragraphs.findIndex(isDeclared);
  const last = paragraphs.findLastIndex(isDeclared);
  if (first < 0) return new Set();
  const standfirst = lettersOf(kept);
  const outside = [...paragraphs.slice(0, first), ...paragraphs.slice(last + 1)];
  return new Set(
    outside
      .filter(({ element, letters: own }) => !isInKept(element) && (standfirst === '' || !standfirst.includes(own)))
      .map(({ element }) => element),
  );
}

const MIN_LETTERS = 30;

/** Captions and tables belong to what they are in. */
function isInKept(element: Element): boolean {
  for (let at: Document | Element = element; at.type !== 'root'; at = at.parent) if (KEPT.test(at.name)) return true;
  return false;
}

/** The elements with text, and no other element with a paragraph in them. */
function paragraphsBelow(root: Document | Element): Element[] {
  const found: Element[] = [];
  const open: { hasText: boolean; hasBlock: boolean }[] = [];
  walk(root, {
    enter(element) {
      if (element.type !== 'tag') return 'skip';
      open.push({ hasText: false, hasBlock: false });
      return undefined;
    },
    leave(element) {
      const { hasText = false, hasBlock = false } = open.pop() ?? {};
      const isParagraph = isBlock(element) && hasText;
      if (isParagraph && !hasBlock) found.push(element);
      const parent = open.at(-1);
      if (parent === undefined) return;
      parent.hasText ||= hasText;
      parent.hasBlock ||= hasBlock || isParagraph;
    },
    text(text) {
      const own = open.at(-1);
      if (own && text.trim() !== '') own.hasText = true;
    },
  });
  return found;
}
