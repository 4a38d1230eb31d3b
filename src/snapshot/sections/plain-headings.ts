import type { Span } from '../../article/article.ts';
import { textOf } from '../../article/block-text.ts';
import type { Heading, Item } from '../../html/items.ts';
import { collapseSpace } from '../../text/collapse-space.ts';

/** So many short lines of one kind make headings of them. */
const MIN_LINES = 3;
const MAX_UNITS = { ideographic: 32, spaced: 90 };
/** A longer line is no heading; only its length matters. */
const MAX_READ_UNITS = 400;
const LONG = ' '.repeat(MAX_READ_UNITS);
/** The text below a heading is at least this many times as long. */
const MIN_RATIO = { question: 3, numbered: 2 };
/** Essays contain questions too: questions are headings only if at least this share of them stands above longer text. */
const MIN_SHARE = 0.75;
/** "他问船员，还有多远？" */
const REPORTED = /[问問][^，,：:]{0,8}[，,：:]/u;
const QUESTION = /[?？]$(?<=^[^"“”「」『』?？]{4,}.)/u;
/** A question with the name of who asks it is part of an interview. */
const SPEAKER = /^(?:问|問|q|question|记者|記者|主持人)\s*[:：]|^\p{L}{1,12}[:：]/iu;
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|（[一二三四五六七八九十]{1,3}）|[1-9]\d?[、．.]\s?(?=\D)|第[一二三四五六七八九十]{1,3}[，、：: ])\S.+$/u;
/** How a line ends that is no heading. */
export const ENDS_LIKE_TEXT = /[。！!；;，,：:….]$/u;

/**
 * Finds headings that are short plain paragraphs, if several of a kind stand above longer text: questions, or numbered
 * lines. Changes nothing else.
 */
export function promotePlainLines(items: readonly Item[]): readonly Item[] {
  const lines = questionHeadings(items) ?? numberedHeadings(items);
  return lines === undefined ? items : items.map((item) => (lines.has(item) ? toHeading(item) : item));
}

function questionHeadings(items: readonly Item[]): ReadonlySet<Item> | undefined {
  const certain = headingLines(items, isQuestion, MIN_RATIO.question).size;
  if (certain < MIN_LINES) return undefined;
  const lines = headingLines(items, isQuestion, 0);
  return certain >= lines.size * MIN_SHARE ? lines : undefined;
}

function numberedHeadings(items: readonly Item[]): ReadonlySet<Item> | undefined {
  const isCertain = headingLines(items, isNumbered, MIN_RATIO.numbered).size >= MIN_LINES;
  return isCertain ? headingLines(items, isNumbered, 0) : undefined;
}

function headingLines(items: readonly Item[], isOfKind: (line: string) => boolean, ratio: number): ReadonlySet<Item> {
  return new Set(
    items.filter((item, at) => isOfKind(lineOf(item)) && isHeadingLine(item, items.slice(at + 1, at + 4), ratio)),
  );
}

function isQuestion(line: string): boolean {
  return QUESTION.test(line) && !SPEAKER.test(line) && !REPORTED.test(line);
}

function isNumbered(line: string): boolean {
  return NUMBERED.test(line) && !ENDS_LIKE_TEXT.test(line);
}

function isHeadingLine(item: Item, below: readonly Item[], ratio: number): boolean {
  const line = lineOf(item);
  if (line === '') return false;
  const max = /\p{Script=Han}/u.test(line) ? MAX_UNITS.ideographic : MAX_UNITS.spaced;
  const next = below.find(({ kind }) => kind === 'block');
  return line.length <= max && next !== undefined && lineOf(next).length >= line.length * ratio;
}

function spansOf(item: Item): Span[] {
  return item.kind === 'block' && item.block.kind === 'paragraph' ? item.block.spans : [];
}

function lineOf(item: Item): string {
  const spans = spansOf(item);
  const units = spans.reduce((sum, { text }) => sum + text.length, 0);
  return units > MAX_READ_UNITS ? LONG : collapseSpace(textOf(spans));
}

function toHeading(item: Item): Heading {
  return { kind: 'heading', from: 'bold', level: 2, title: lineOf(item), spans: spansOf(item), anchor: null };
}
