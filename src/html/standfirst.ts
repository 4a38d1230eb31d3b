import type { Block, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { rememberTests } from '../text/remembered-test.ts';
import { attribute, type Document, type Element, findBelow, textBelow } from './tree/dom.ts';

/** Class names of the paragraph that summarises the article, such as `story-body__introduction`. */
const STANDFIRST_CLASS = rememberTests(/(?:^|[\s_-])(?:introduction|intro|standfirst|chapo|lede|story-lead)(?:$|\s)/i);
/** A shorter text is no summary, in UTF-16 units. */
const MIN_UNITS = 15;

/** The text that the page marks as standfirst by a class name; null if there is none. */
export function findStandfirst(root: Document | Element): string | null {
  const named = findBelow(root, (element) => STANDFIRST_CLASS.test(attribute(element, 'class')));
  const text = named === undefined ? '' : collapseSpace(textBelow(named));
  return text.length < MIN_UNITS ? null : text;
}

/** The first paragraph of an article if it is marked as standfirst: by a class name, or by bold type unlike the second. */
export function standfirstOf(blocks: readonly Block[], named: string | null): string | null {
  const [first, second] = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.spans] : []));
  if (first === undefined) return null;
  const text = textOf(first);
  const isNamed = named !== null && withoutSpace(named) === withoutSpace(text);
  const isOnlyBold = isBold(first) && second !== undefined && !isBold(second);
  return (isNamed || isOnlyBold) && text.length >= MIN_UNITS ? text : null;
}

function isBold(spans: readonly Span[]): boolean {
  return spans.every(({ strong, text }) => strong === true || text.trim() === '');
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, '');
}
