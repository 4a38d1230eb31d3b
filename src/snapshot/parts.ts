import type { Block } from '../article/article.ts';
import { runsOf, textOf } from '../article/block-text.ts';
import type { Heading, Item } from '../html/items.ts';
import { countGraphemes } from '../text/graphemes.ts';
import { type Passage, scoreTopicShifts } from './topic-shifts.ts';

/** An article with more text than this and no headings is divided, in graphemes. */
const LONG = 1200;
/** About a screen or two on a phone. */
const SHORTEST = 350;
const WANTED = 700;
const LONGEST = 1300;
const LENGTH_WEIGHT = 0.1;
/** What a part costs that is too long or too short: such are made only where nothing else is possible. */
const UNREADABLE = 20;
/** More paragraphs than this are too many for one part, however short they are. */
const MOST_PARAGRAPHS = 200;

/** Divides a long article without headings into parts, at the paragraph borders where the topic shifts most. */
export function divideIntoParts(items: readonly Item[]): readonly Item[] {
  const places = items.flatMap((item, at) => (item.kind === 'block' ? [at] : []));
  const passages = items.flatMap((item) => (item.kind === 'block' ? [toPassage(item.block)] : []));
  const lengths = passages.map(({ text }) => countGraphemes(text));
  if (lengths.reduce((sum, length) => sum + length, 0) <= LONG) return items;
  const starts = new Set(chooseStarts(lengths, scoreTopicShifts(passages)).map((start) => places[start]));
  return items.flatMap((item, at) => (starts.has(at) ? [startPart(), item] : [item]));
}

function toPassage(block: Block): Passage {
  return { text: runsOf(block).map(textOf).join('\n'), attached: block.kind !== 'paragraph' };
}

function startPart(): Heading {
  return { kind: 'heading', from: 'part', level: 0, title: null, spans: [], anchor: null };
}

/** The best way to divide all that comes before a paragraph. */
interface Division {
  worth: number;
  /** Where its last part begins. */
  last: number;
}

/** The paragraphs that begin a part behind the first one: those that together make the best borders and lengths. */
function chooseStarts(lengths: readonly number[], borders: readonly number[]): number[] {
  const best: Division[] = [{ worth: 0, last: 0 }];
  for (let end = 1; end <= lengths.length; end += 1) {
    const { worth, last } = bestLastPart(lengths, best, end);
    best.push({ worth: worth + (borders[end] ?? 0), last });
  }
  const starts: number[] = [];
  for (let at = best.at(-1)?.last ?? 0; at > 0; at = best[at]?.last ?? 0) starts.push(at);
  return starts.reverse();
}

/** The best part that ends before paragraph `end`, with the best division of what is before it. */
function bestLastPart(lengths: readonly number[], best: readonly Division[], end: number): Division {
  let found: Division = { worth: Number.NEGATIVE_INFINITY, last: end - 1 };
  let length = 0;
  for (let start = end - 1; start >= Math.max(0, end - MOST_PARAGRAPHS); start -= 1) {
    length += lengths[start] ?? 0;
    const isLonely = start === end - 1;
    const worth = (best[start]?.worth ?? 0) - costOf(length, isLonely);
    if (worth > found.worth) found = { worth, last: start };
    if (length > LONGEST) break;
  }
  return found;
}

/** What the length of a part costs; one long paragraph cannot be helped. */
function costOf(length: number, isLonely: boolean): number {
  const unreadable = length < SHORTEST || (length > LONGEST && !isLonely);
  return LENGTH_WEIGHT * Math.abs(Math.log((length + 1) / WANTED)) + (unreadable ? UNREADABLE : 0);
}
