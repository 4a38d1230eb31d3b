import type { Heading, Item } from './items.ts';
import { runsOf } from './runs.ts';
import { textOf } from './spans.ts';
import { countGraphemes } from './text.ts';

/** An article with more text than this and no headings is divided, in graphemes. */
const LONG = 1200;
/** About a screen or two on a phone. */
const SHORTEST = 400;
const WANTED = 800;
const LONGEST = 1300;

interface Paragraph {
  /** Where it stands among the items. */
  at: number;
  text: string;
  graphemes: number;
}

/** Divides a long article without headings into parts, at the paragraph borders where the topic shifts most. */
export function divideLong(items: readonly Item[]): readonly Item[] {
  const paragraphs = items.flatMap((item, at) => (item.kind === 'block' ? [toParagraph(item, at)] : []));
  const total = paragraphs.reduce((sum, paragraph) => sum + paragraph.graphemes, 0);
  if (total <= LONG) return items;
  const borders = new Set(chooseBorders(paragraphs, total));
  return items.flatMap((item, at) => (borders.has(at) ? [startPart(), item] : [item]));
}

function startPart(): Heading {
  return { kind: 'heading', from: 'part', level: 0, title: null, spans: [], anchor: null };
}

function toParagraph(item: Extract<Item, { kind: 'block' }>, at: number): Paragraph {
  const text = runsOf(item.block).map(textOf).join('\n');
  return { at, text, graphemes: countGraphemes(text) };
}

function chooseBorders(paragraphs: readonly Paragraph[], total: number): number[] {
  const borders: number[] = [];
  let from = 0;
  let left = total;
  while (left > LONGEST) {
    const next = nextBorder(paragraphs, from, left);
    if (next === undefined) break;
    for (let index = from; index < next; index += 1) left -= paragraphs[index]?.graphemes ?? 0;
    borders.push(paragraphs[next]?.at ?? 0);
    from = next;
  }
  return borders;
}

/** The paragraph that begins the next part: among those that leave both sides long enough, where the words change most. */
function nextBorder(paragraphs: readonly Paragraph[], from: number, left: number): number | undefined {
  let length = 0;
  let best: { at: number; cost: number } | undefined;
  for (let at = from; at < paragraphs.length; at += 1) {
    const enough = length >= SHORTEST && left - length >= SHORTEST;
    if (enough && length > LONGEST) return best?.at ?? at;
    if (enough) {
      const cost = borderCost(paragraphs, at, length);
      if (!best || cost < best.cost) best = { at, cost };
    }
    length += paragraphs[at]?.graphemes ?? 0;
  }
  return best?.at;
}

const LENGTH_WEIGHT = 0.5;

function borderCost(paragraphs: readonly Paragraph[], at: number, length: number): number {
  const before = paragraphs.slice(Math.max(0, at - 2), at).map(({ text }) => text.slice(-WINDOW));
  const after = paragraphs.slice(at, at + 2).map(({ text }) => text.slice(0, WINDOW));
  const offset = Math.abs(length - WANTED) / WANTED;
  return likeness(pairsOf(before.join('\n')), pairsOf(after.join('\n'))) + LENGTH_WEIGHT * offset;
}

/** How much of a paragraph is looked at on each side of a border, in UTF-16 units. */
const WINDOW = 400;

/** Neighbouring pairs of Chinese characters, and words of spaced scripts. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]{4,}/gu) ?? []) {
    if (!/^\p{Script=Han}/u.test(word)) pairs.add(word);
    else for (let index = 0; index + 2 <= word.length; index += 1) pairs.add(word.slice(index, index + 2));
  }
  return pairs;
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return shared / Math.sqrt(left.size * right.size);
}
