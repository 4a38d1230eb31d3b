import type { Block, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { attribute, type Document, type Element, findBelow, textBelow } from './dom.ts';

/** How sites name the paragraph that says what the article says, such as `story-body__introduction`. */
const CLASS = /(?:^|[\s_-])(?:introduction|intro|standfirst|chapo|lede|story-lead)(?:$|\s)/i;
/** What is shorter says too little, in UTF-16 units. */
const LEAST = 15;

/** The text of what a page names as its intro; null where it names none. */
export function findStandfirst(root: Document | Element): string | null {
  const named = findBelow(root, (element) => CLASS.test(attribute(element, 'class')));
  const text = named === undefined ? '' : collapseSpace(textBelow(named));
  return text.length < LEAST ? null : text;
}

/** The first paragraph of an article, where the page marks it as the intro: by its name, or as the only one in bold. */
export function standfirstOf(blocks: readonly Block[], named: string | null): string | null {
  const [first, second] = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.spans] : []));
  if (first === undefined) return null;
  const text = textOf(first);
  const isNamed = named !== null && withoutSpace(named) === withoutSpace(text);
  const isAloneBold = isBold(first) && second !== undefined && !isBold(second);
  return (isNamed || isAloneBold) && text.length >= LEAST ? text : null;
}

function isBold(spans: readonly Span[]): boolean {
  return spans.every(({ strong, text }) => strong === true || text.trim() === '');
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, '');
}
