import type { Article, Section } from '../article/article.ts';
import { blockText } from '../article/block-text.ts';
import { sectionContent } from './content.ts';

const MIN_MATERIAL_SHARE = 0.2;

/** Whether readers of the earlier version should be notified: of a new title, or if over a fifth of the text changed. */
export function isMaterialChange(earlier: Article, later: Article): boolean {
  return earlier.title !== later.title || textDifference(earlier, later) > MIN_MATERIAL_SHARE;
}

/** The sections that differ: added ones, those with the same heading and another content, and removed ones. */
export function matchSections(earlier: readonly Section[], later: readonly Section[]) {
  const same = pair(earlier, later, sectionContent);
  const titled = pair(same.earlier, same.later, ({ title, from }) => `${from} ${title ?? ''}`);
  return { added: titled.later, changed: titled.pairs, removed: titled.earlier };
}

/** Pairs items with the same key, in order; returns the unpaired items of both sides too. */
export function pair<Item extends object>(
  earlier: readonly Item[],
  later: readonly Item[],
  keyOf: (item: Item) => string,
) {
  const unpaired = Map.groupBy(earlier, keyOf);
  for (const group of unpaired.values()) group.reverse();
  const pairs: [Item, Item][] = [];
  const unmatched: Item[] = [];
  for (const item of later) {
    const partner = unpaired.get(keyOf(item))?.pop();
    if (partner === undefined) unmatched.push(item);
    else pairs.push([partner, item]);
  }
  const matched = new Set(pairs.map(([partner]) => partner));
  return { pairs, earlier: earlier.filter((item) => !matched.has(item)), later: unmatched };
}

/**
 * The share of the longer text that is not in the other, 0 to 1. Linear; if tens of thousands of characters changed, it
 * is estimated from the first of them.
 */
export function textDifference(earlier: Article, later: Article): number {
  const before = blocksOf(earlier);
  const after = blocksOf(later);
  const longest = Math.max(lengthOf(before), lengthOf(after));
  if (longest === 0) return 0;
  const rest = pair(before, after, ({ text }) => text);
  const starts = [startOf(rest.earlier), startOf(rest.later)] as const;
  const shared = sharedShingles(...starts);
  const missing = (blocks: readonly TextBlock[], start: readonly TextBlock[]): number =>
    lengthOf(blocks) * (1 - shared / Math.max(1, lengthOf(start)));
  return Math.max(missing(rest.earlier, starts[0]), missing(rest.later, starts[1])) / longest;
}

/** More would stop the bot for longer than anyone should notice. */
const MAX_COMPARED_UNITS = 50_000;

/** The first of these blocks, with at most so many units. */
function startOf(blocks: readonly TextBlock[]): TextBlock[] {
  const start: TextBlock[] = [];
  let remaining = MAX_COMPARED_UNITS;
  for (const { text } of blocks) {
    if (remaining <= 0) break;
    start.push({ text: text.slice(0, remaining) });
    remaining -= text.length;
  }
  return start;
}

/** An object, so that two blocks with the same text are two items. */
interface TextBlock {
  text: string;
}

function blocksOf(article: Article): TextBlock[] {
  return article.sections.flatMap((section) => section.text.map((block) => ({ text: blockText(block) })));
}

function lengthOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Short enough that a corrected letter costs little, long enough that unrelated texts share few shingles. */
const SHINGLE_UNITS = 4;

/** How many shingles the two sides share, wherever they occur. */
function sharedShingles(earlier: readonly TextBlock[], later: readonly TextBlock[]): number {
  const counts = new Map<string, number>();
  for (const shingle of shinglesOf(earlier)) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  let shared = 0;
  for (const shingle of shinglesOf(later)) {
    const count = counts.get(shingle) ?? 0;
    if (count === 0) continue;
    counts.set(shingle, count - 1);
    shared += 1;
  }
  return shared;
}

/** A shingle starts at each UTF-16 unit; the last ones are shorter. */
function* shinglesOf(blocks: readonly TextBlock[]): Generator<string> {
  for (const { text } of blocks) for (let at = 0; at < text.length; at += 1) yield text.slice(at, at + SHINGLE_UNITS);
}
