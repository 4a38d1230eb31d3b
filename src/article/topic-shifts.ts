import { pointsBack } from './points-back.ts';
import { type Term, termsOf } from './terms.ts';

/** How much of a paragraph is looked at on each side of a border, in UTF-16 units. */
const WINDOW = 400;
/** Further on in a text that long, parts are as long as can be read at once, whatever they are about. */
const MOST_COMPARED = 2000;
/** So many are kept, since neighbouring borders look at the same paragraphs. */
const MOST_KEPT = 64;
/** Chosen on one half of articles whose headings were taken away (bench/README.md). */
const WEIGHTS = { likeness: 5, news: 1, substance: 0.2, leaning: 0.3, announced: 10 };
/** What a paragraph is measured against, in UTF-16 units; some are added so that a short line is not all that counts. */
const USUAL_LENGTH = 80;
const ADDED_LENGTH = 5;

type Terms = ReadonlySet<Term>;

/**
 * How well each paragraph could begin a part: where the words change, what is told goes on to be told about, and nothing
 * leans on the paragraph before. Linear in the text.
 */
export function scoreBorders(paragraphs: readonly string[]): number[] {
  const ends = keep((at) => termsOf(paragraphs[at]?.slice(-WINDOW) ?? ''));
  const starts = keep((at) => termsOf(paragraphs[at]?.slice(0, WINDOW) ?? ''));
  const news = shareOfNews(paragraphs.slice(0, MOST_COMPARED));
  return paragraphs.map((text, at) => {
    if (at > MOST_COMPARED) return 0;
    const alike = likeness(ends(at - 2).union(ends(at - 1)), starts(at).union(starts(at + 1)));
    const substance = Math.log((Math.min(text.length, WINDOW) + ADDED_LENGTH) / USUAL_LENGTH);
    return (
      WEIGHTS.news * (news[at] ?? 0) +
      WEIGHTS.substance * substance -
      WEIGHTS.likeness * alike -
      (leansBack(text) ? WEIGHTS.leaning : 0) -
      (announces(paragraphs[at - 1]) ? WEIGHTS.announced : 0)
    );
  });
}

/** Begins with a word that points back, or with somebody's words. */
function leansBack(text: string): boolean {
  return pointsBack(text) || /^["“「『«„]/u.test(text);
}

/** A line that ends in a colon belongs to what follows. */
function announces(paragraph: string | undefined): boolean {
  return /[:：]\s*$/.test(paragraph?.slice(-4) ?? '');
}

/** For each paragraph, the share of its terms that are said there first, and again later. */
function shareOfNews(paragraphs: readonly string[]): number[] {
  const counts = new Map<Term, number>();
  const firsts = paragraphs.map((text) => {
    const terms = new Set(termsOf(text.slice(0, WINDOW)));
    const first = [...terms].filter((term) => !counts.has(term));
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { first, size: terms.size };
  });
  return firsts.map(({ first, size }) => {
    const again = first.filter((term) => (counts.get(term) ?? 0) > 1).length;
    return size === 0 ? 0 : again / size;
  });
}

function keep(read: (at: number) => readonly Term[]): (at: number) => Terms {
  const kept = new Map<number, Terms>();
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
