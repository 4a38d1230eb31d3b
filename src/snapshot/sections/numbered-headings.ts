import { textOf } from '../../article/block-text.ts';
import type { Heading, Item } from '../../html/items.ts';
import { isDateLine } from '../../text/date-lines.ts';

/** A single number above a heading may be anything. */
const MIN_NUMBERS = 2;
const NUMBER = /^(?:(?:no\.?|nr\.?|#)\s?)?\d{1,4}[.)]?$/iu;

/** Joins headings with the number or date on a line of its own above each: the place in a list, the year in a timeline. */
export function joinNumbers(items: readonly Item[]): readonly Item[] {
  const isNumber = items.map((item, at) => items[at + 1]?.kind === 'heading' && isNumberLine(item));
  if (isNumber.filter(Boolean).length < MIN_NUMBERS) return items;
  return items.flatMap((item, at) => {
    if (isNumber[at]) return [];
    const number = items[at - 1];
    return item.kind === 'heading' && isNumber[at - 1] && number ? [withNumber(item, lineOf(number))] : [item];
  });
}

function isNumberLine(item: Item): boolean {
  const line = lineOf(item);
  return line !== '' && (NUMBER.test(line) || isDateLine(line));
}

function lineOf(item: Item): string {
  return item.kind === 'block' && item.block.kind === 'paragraph' ? textOf(item.block.spans).trim() : '';
}

function withNumber(heading: Heading, number: string): Heading {
  const title = heading.title === null ? number : `${number} ${heading.title}`;
  return { ...heading, title, spans: [{ text: `${number} ` }, ...heading.spans] };
}
