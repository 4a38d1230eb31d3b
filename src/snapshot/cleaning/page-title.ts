import { runsOf, textOf } from '../../article/block-text.ts';
import type { Heading, Item } from '../../html/items.ts';
import { isDateLine } from '../../text/date-lines.ts';
import { endsWithStop } from '../../text/sentences/sentence-end.ts';
import { packedBigramsOf } from '../../text/terms/bigrams.ts';

/** More text than this above a heading means that the heading is not the title, in UTF-16 units; a first-level one always is. */
const MAX_UNITS_ABOVE = 300;

/**
 * Removes the heading that repeats the article's title, and the short lines above it (column, teasers, date). Sentences and
 * what follows them stay, as do images, players and bylines directly above. Without such a heading, removes nothing.
 */
export function removeTitleHeading(all: readonly Item[], title: string): readonly Item[] {
  const letters = lettersOf(title);
  const items = withoutTitleLine(all, letters);
  const at = items.findIndex((item) => item.kind === 'heading' && isTitle(item, letters));
  const heading = items[at];
  if (heading?.kind !== 'heading') return items;
  const above = items.slice(0, at);
  if (lengthOf(above) > MAX_UNITS_ABOVE && heading.level > 1) return items;
  const text = above.findIndex(isProse);
  const from = text < 0 ? firstDirectlyAbove(above) : text;
  return [...above.slice(from), ...items.slice(at + 1)];
}

/** The lines at the top that may repeat the title. */
const MAX_LINES = 3;
/** A longer line has more than the title, in UTF-16 units. */
const MAX_LINE_UNITS = { perLetter: 2, more: 20 };

/** Without a paragraph at the top that is the title, word for word. */
function withoutTitleLine(items: readonly Item[], letters: string): readonly Item[] {
  const max = letters.length * MAX_LINE_UNITS.perLetter + MAX_LINE_UNITS.more;
  const isTitleLine = (text: string) => text.length <= max && lettersOf(text) === letters;
  const blocks = items.filter((item) => item.kind === 'block').slice(0, MAX_LINES);
  const line = blocks.find(({ block }) => block.kind === 'paragraph' && isTitleLine(textOf(block.spans)));
  return line === undefined || blocks.length < 2 || letters.length < 2 ? items : items.filter((item) => item !== line);
}

function firstDirectlyAbove(above: readonly Item[]): number {
  return above.findLastIndex((item) => item.kind !== 'image' && item.kind !== 'media' && item.kind !== 'byline') + 1;
}

/** A longer line is text even without a stop, in UTF-16 units. */
const MAX_KICKER_UNITS = 80;

/** Whether an item is text, and not a column, a date or a label. */
function isProse(item: Item): boolean {
  if (item.kind !== 'block') return false;
  if (item.block.kind !== 'paragraph') return true;
  const text = textOf(item.block.spans).trim();
  return !isDateLine(text) && !/^https?:\S+$/.test(text) && (endsWithStop(text) || text.length > MAX_KICKER_UNITS);
}

function lengthOf(items: readonly Item[]): number {
  return items.reduce(
    (sum, item) =>
      sum + (item.kind === 'block' ? runsOf(item.block).reduce((all, run) => all + textOf(run).length, 0) : 0),
    0,
  );
}

/** The similarity from which on two titles are of the same article. */
const MIN_SIMILARITY = 0.8;

function isTitle(heading: Heading, inHeader: string): boolean {
  const onPage = lettersOf(heading.title ?? '');
  if (onPage.length < 2 || (heading.level > 2 && onPage !== inHeader)) return false;
  if (isBehindKicker(onPage, inHeader)) return true;
  if (inHeader.includes(onPage) || onPage.includes(inHeader))
    return Math.min(onPage.length, inHeader.length) * 2 >= Math.max(onPage.length, inHeader.length);
  return heading.level === 1 && diceSimilarity(onPage, inHeader) >= MIN_SIMILARITY;
}

/** A shorter title may end another heading by chance. */
const MIN_TITLE_LETTERS = 8;
const MAX_KICKER_LETTERS = 40;

/** Whether a heading is the title behind the name of its column or topic: "Traffic : The last ferry". */
function isBehindKicker(onPage: string, title: string): boolean {
  const kicker = onPage.length - title.length;
  return title.length >= MIN_TITLE_LETTERS && kicker <= MAX_KICKER_LETTERS && onPage.endsWith(title);
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The Sørensen–Dice coefficient of the bigrams of two texts, from 0 to 1. */
function diceSimilarity(one: string, other: string): number {
  const [left, right] = [new Set(packedBigramsOf(one)), new Set(packedBigramsOf(other))];
  const shared = left.intersection(right).size;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}
