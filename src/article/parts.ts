import type { Heading, Item } from './items.ts';
import { runsOf } from './runs.ts';
import { textOf } from './spans.ts';
import { type Term, termsOf } from './terms.ts';
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

type Terms = Set<Term>;

/** Divides a long article without headings into parts, at the paragraph borders where the topic shifts most. */
export function divideLong(items: readonly Item[]): readonly Item[] {
  const paragraphs = items.flatMap((item, at) => (item.kind === 'block' ? [toParagraph(item, at)] : []));
  const total = paragraphs.reduce((sum, paragraph) => sum + paragraph.graphemes, 0);
  if (total <= LONG) return items;
  const borders = new Set(chooseBorders(paragraphs, total, createTerms(paragraphs)));
  return items.flatMap((item, at) => (borders.has(at) ? [startPart(), item] : [item]));
}

function startPart(): Heading {
  return { kind: 'heading', from: 'part', level: 0, title: null, spans: [], anchor: null };
}

function toParagraph(item: Extract<Item, { kind: 'block' }>, at: number): Paragraph {
  const text = runsOf(item.block).map(textOf).join('\n');
  return { at, text, graphemes: countGraphemes(text) };
}

function chooseBorders(paragraphs: readonly Paragraph[], total: number, terms: TermsAround): number[] {
  const borders: number[] = [];
  let from = 0;
  let left = total;
  while (left > LONGEST) {
    const next = nextBorder(paragraphs, { from, left }, terms);
    if (next === undefined) break;
    for (let index = from; index < next; index += 1) left -= paragraphs[index]?.graphemes ?? 0;
    borders.push(paragraphs[next]?.at ?? 0);
    from = next;
  }
  return borders;
}

/** The paragraph that begins the next part: among those that leave both sides long enough, where the words change most. */
function nextBorder(
  paragraphs: readonly Paragraph[],
  { from, left }: { from: number; left: number },
  terms: TermsAround,
): number | undefined {
  let length = 0;
  let best: { at: number; cost: number } | undefined;
  for (let at = from; at < paragraphs.length; at += 1) {
    const enough = length >= SHORTEST && left - length >= SHORTEST;
    if (enough && length > LONGEST) return best?.at ?? at;
    if (enough && !announces(paragraphs[at - 1])) {
      const cost = likeness(terms.before(at), terms.after(at)) + LENGTH_WEIGHT * (Math.abs(length - WANTED) / WANTED);
      if (!best || cost < best.cost) best = { at, cost };
    }
    length += paragraphs[at]?.graphemes ?? 0;
  }
  return best?.at;
}

const LENGTH_WEIGHT = 0.5;

/** A line that ends in a colon belongs to what follows. */
function announces(paragraph: Paragraph | undefined): boolean {
  return /[:：]\s*$/.test(paragraph?.text.slice(-4) ?? '');
}

/** How much of a paragraph is looked at on each side of a border, in UTF-16 units. */
const WINDOW = 400;
/** Further on in a text that long, parts are as long as can be read at once, whatever they are about. */
const MOST_COMPARED = 2000;
/** So many are kept, since neighbouring borders look at the same paragraphs. */
const MOST_KEPT = 64;

/** What the two paragraphs before and the two after a border are about. */
interface TermsAround {
  before(at: number): Terms;
  after(at: number): Terms;
}

function createTerms(paragraphs: readonly Paragraph[]): TermsAround {
  const ends = keep((at) => termsOf(paragraphs[at]?.text.slice(-WINDOW) ?? ''));
  const starts = keep((at) => termsOf(paragraphs[at]?.text.slice(0, WINDOW) ?? ''));
  return {
    before: (at) => (at > MOST_COMPARED ? new Set() : ends(at - 2).union(ends(at - 1))),
    after: (at) => (at > MOST_COMPARED ? new Set() : starts(at).union(starts(at + 1))),
  };
}

function keep(read: (at: number) => readonly Term[]): (at: number) => Set<Term> {
  const kept = new Map<number, Set<Term>>();
  return (at) => {
    const terms = kept.get(at) ?? new Set(read(at));
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(at, terms);
    return terms;
  };
}

function likeness(left: Terms, right: Terms): number {
  if (left.size === 0 || right.size === 0) return 0;
  return left.intersection(right).size / Math.sqrt(left.size * right.size);
}
