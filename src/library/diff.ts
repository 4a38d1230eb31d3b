import type { Article, Section } from '../article/article.ts';
import { blockText } from '../article/block-text.ts';
import { sectionContent } from './content.ts';

/** What changed between two versions of an article. */
export interface Difference {
  /** The title is another. */
  title: boolean;
  /** Numbers of sections, as the later version counts them. */
  added: readonly number[];
  changed: readonly number[];
  /** Numbers of sections, as the earlier version counts them. */
  removed: readonly number[];
  /** How much of the longer text is not in the other, 0 to 1. */
  text: number;
  /** Worth telling those who read the earlier version: another title, or over a fifth of the text. */
  material: boolean;
}

const MATERIAL_TEXT = 0.2;

/** The difference of two versions, section by section; a section that only moved has not changed. Linear in the texts. */
export function compareVersions(earlier: Article, later: Article): Difference {
  const title = earlier.title !== later.title;
  const text = textDifference(earlier, later);
  return { title, ...compareSections(earlier.sections, later.sections), text, material: title || text > MATERIAL_TEXT };
}

function compareSections(earlier: readonly Section[], later: readonly Section[]) {
  const same = pair(earlier, later, sectionContent);
  const titled = pair(same.earlier, same.later, ({ title, from }) => `${from} ${title ?? ''}`);
  return {
    added: titled.later.map(({ number }) => number),
    changed: titled.pairs.map(([, section]) => section.number),
    removed: titled.earlier.map(({ number }) => number),
  };
}

/** Pairs what has the same key on both sides, in order, and leaves the rest. */
function pair<Item extends object>(earlier: readonly Item[], later: readonly Item[], keyOf: (item: Item) => string) {
  const waiting = Map.groupBy(earlier, keyOf);
  for (const group of waiting.values()) group.reverse();
  const pairs: [Item, Item][] = [];
  const left: Item[] = [];
  for (const item of later) {
    const partner = waiting.get(keyOf(item))?.pop();
    if (partner === undefined) left.push(item);
    else pairs.push([partner, item]);
  }
  const taken = new Set(pairs.map(([partner]) => partner));
  return { pairs, earlier: earlier.filter((item) => !taken.has(item)), later: left };
}

function textDifference(earlier: Article, later: Article): number {
  const before = blocksOf(earlier);
  const after = blocksOf(later);
  const longest = Math.max(lengthOf(before), lengthOf(after));
  if (longest === 0) return 0;
  const rest = pair(before, after, ({ text }) => text);
  const kept = sharedShingles(rest.earlier, rest.later);
  return Math.max(lengthOf(rest.earlier) - kept, lengthOf(rest.later) - kept) / longest;
}

/** Of two blocks that say the same, each is one of its own. */
interface TextBlock {
  text: string;
}

function blocksOf(article: Article): TextBlock[] {
  return article.sections.flatMap((section) => section.text.map((block) => ({ text: blockText(block) })));
}

function lengthOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Short enough that a corrected letter costs little, long enough that unrelated texts share hardly any. */
const SHINGLE = 4;

/** How many characters of one side are found on the other too, wherever they stand. */
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

/** One shingle for each character; the last ones are shorter. */
function* shinglesOf(blocks: readonly TextBlock[]): Generator<string> {
  for (const { text } of blocks) for (let at = 0; at < text.length; at += 1) yield text.slice(at, at + SHINGLE);
}
