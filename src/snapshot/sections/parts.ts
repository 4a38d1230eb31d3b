import type { Block } from '../../article/article.ts';
import { runsOf, textOf } from '../../article/block-text.ts';
import type { Heading, Item } from '../../html/items.ts';
import { countGraphemes } from '../../text/graphemes.ts';
import { type Passage, scoreTopicShifts } from './topic-shifts.ts';

/** A longer article without headings is divided into parts, in graphemes. */
const MIN_DIVIDED_GRAPHEMES = 1200;
/** The ideal part is a screen or two on a phone. */
const MIN_PART_GRAPHEMES = 350;
const IDEAL_PART_GRAPHEMES = 700;
const MAX_PART_GRAPHEMES = 1300;
const LENGTH_WEIGHT = 0.1;
/** The cost of a part that is too long or too short, so high that such parts occur only if unavoidable. */
const LENGTH_VIOLATION_COST = 20;
const MAX_PARAGRAPHS_PER_PART = 200;

/** Divides a long article without headings into parts, at the paragraphs where the topic shifts most. */
export function divideIntoParts(items: readonly Item[]): readonly Item[] {
  const indexes = items.flatMap((item, at) => (item.kind === 'block' ? [at] : []));
  const passages = items.filter((item) => item.kind === 'block').map(({ block }) => toPassage(block));
  const lengths = passages.map(({ text }) => countGraphemes(text));
  if (lengths.reduce((sum, length) => sum + length, 0) <= MIN_DIVIDED_GRAPHEMES) return items;
  const starts = new Set(chooseStarts(lengths, scoreTopicShifts(passages)).map((start) => indexes[start]));
  return items.flatMap((item, at) => (starts.has(at) ? [startPart(), item] : [item]));
}

/** A longer section under a heading is divided into parts too, in UTF-16 units. */
const MAX_SECTION_UNITS = 20_000;

/** Divides the sections of an article with headings that are too long to be read in one piece. */
export function divideLongSections(items: readonly Item[]): readonly Item[] {
  const starts = items.flatMap((item, at) => (item.kind === 'heading' ? [at] : []));
  const groups = [0, ...starts].map((start, at) => items.slice(start, starts[at] ?? items.length));
  return groups.flatMap((group) => (unitsOf(group) > MAX_SECTION_UNITS ? divideIntoParts(group) : group));
}

function unitsOf(items: readonly Item[]): number {
  let units = 0;
  for (const item of items) {
    if (item.kind !== 'block') continue;
    for (const run of runsOf(item.block)) for (const { text } of run) units += text.length;
  }
  return units;
}

function toPassage(block: Block): Passage {
  return { text: runsOf(block).map(textOf).join('\n'), isContinuation: block.kind !== 'paragraph' };
}

function startPart(): Heading {
  return { kind: 'heading', from: 'part', level: 0, title: null, spans: [], anchor: null };
}

/** The best division of everything before a paragraph. */
interface Division {
  score: number;
  /** The paragraph that starts its last part. */
  lastStart: number;
}

/** Chooses the paragraphs that start a part after the first one, by dynamic programming over topic shifts and lengths. */
function chooseStarts(lengths: readonly number[], shifts: readonly number[]): number[] {
  const best: Division[] = [{ score: 0, lastStart: 0 }];
  for (let end = 1; end <= lengths.length; end += 1) {
    const { score, lastStart } = bestLastPart(lengths, best, end);
    best.push({ score: score + (shifts[end] ?? 0), lastStart });
  }
  const starts: number[] = [];
  for (let at = best.at(-1)?.lastStart ?? 0; at > 0; at = best[at]?.lastStart ?? 0) starts.push(at);
  return starts.reverse();
}

/** The best part that ends before paragraph `end`, after the best division of everything before the part. */
function bestLastPart(lengths: readonly number[], best: readonly Division[], end: number): Division {
  let found: Division = { score: Number.NEGATIVE_INFINITY, lastStart: end - 1 };
  let length = 0;
  for (let start = end - 1; start >= Math.max(0, end - MAX_PARAGRAPHS_PER_PART); start -= 1) {
    length += lengths[start] ?? 0;
    const isSingle = start === end - 1;
    const score = (best[start]?.score ?? 0) - costOf(length, isSingle);
    if (score > found.score) found = { score, lastStart: start };
    if (length > MAX_PART_GRAPHEMES) break;
  }
  return found;
}

/** The cost of the length of a part; a single long paragraph cannot be divided. */
function costOf(length: number, isSingle: boolean): number {
  const isViolation = length < MIN_PART_GRAPHEMES || (length > MAX_PART_GRAPHEMES && !isSingle);
  return (
    LENGTH_WEIGHT * Math.abs(Math.log((length + 1) / IDEAL_PART_GRAPHEMES)) + (isViolation ? LENGTH_VIOLATION_COST : 0)
  );
}
