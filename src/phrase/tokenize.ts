import { type FoldedText, foldText } from './fold-text.ts';
import type { Item } from './item.ts';
import { createLookup, type Lookup, type Meaning } from './lexicons.ts';
import { readPlace } from './read-place.ts';
import { bordersOfInstant, INSTANT } from './scan-instant.ts';
import { NUMBERS, NUMERAL } from './scan-numbers.ts';
import { type Found, type Scannable, scanPattern } from './scan-pattern.ts';
import { MARK, SYMBOLS } from './scan-symbols.ts';

const WORD =
  /(?:(?!(?<=\p{Ll}{3})\/(?=\p{Ll}{3})|[,，、;；،؛؟。!！?？()（）\s\p{Extended_Pictographic}])[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])+/uy;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
const LETTERS =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}’])+(?:\.(?:[\p{L}]\.?)*|:)?/uy;
/** A word with a letter that English does not have. */
const ACCENTED = /\p{L}(?=\p{Script=Latin})[^a-z]|(?=\p{Script=Latin})[^a-z]\p{L}/iu;
/** A name with a number behind it: `covid-19`, `G7`. */
const NUMBERED = /^\p{L}+-?\d+$/u;
/** Nobody types a longer request. */
const MAX_CHARS = 1000;
const MAX_WORDS = 6;
const MAX_CHARACTERS = 12;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A request as tokens, each with what its word can be. */
export interface Tokens extends FoldedText {
  items: readonly Item[];
  lookup: Lookup;
}

interface Scan extends Omit<Tokens, 'items'>, Scannable {
  /** The sites that names mean, by the folded name. */
  sites: ReadonlyMap<string, string>;
}

/** Splits the start of a request into tokens: numbers and times, words that the lexicons know, sites, quotes, and other words. */
export function tokenize(text: string, sites: ReadonlyMap<string, string> = new Map()): Tokens {
  const { typed, folded } = foldText(text.slice(0, MAX_CHARS));
  const segments = Array.from(segmenter.segment(typed), ({ index, segment }) => index + segment.length);
  const borders = new Set([0, ...segments, ...bordersOfInstant(typed)]);
  const scan = { typed, folded, sites, borders, lookup: createLookup(folded) };
  const items: Item[] = [];
  for (let at = 0; at < typed.length; ) {
    if (typed[at] === ' ' || isColonOfLabel(typed, at, items)) {
      at += 1;
      continue;
    }
    const { length, ...meaning } = scanAt(scan, at, items.at(-1));
    items.push({ ...meaning, start: at, end: at + length });
    at += length;
  }
  return { typed, folded, lookup: scan.lookup, items };
}

/** Whether a colon only leads from a word of the grammar, or from the number at the start, to what is meant: `zone: Berlin`. */
function isColonOfLabel(typed: string, at: number, items: readonly Item[]): boolean {
  const before = items.at(-1);
  if (typed[at] !== ':' || before?.end !== at) return false;
  return !/^(?:word|quoted|odd|number|clock)$/u.test(before.kind) || (before.kind === 'number' && items.length === 1);
}

/** What a token can be, tried in order. */
function scanAt(scan: Scan, at: number, before: Item | undefined): Found {
  const isBehindPart = before?.kind === 'part' && before.end === at;
  return (
    scanPattern([...SYMBOLS, ...INSTANT], scan, at) ??
    longest(scanPattern(NUMBERS, scan, at), scanWords(scan, at)) ??
    (isBehindPart ? scanPattern([NUMERAL], scan, at) : undefined) ??
    scanPattern([MARK], scan, at) ??
    scanTopic(scan, at)
  );
}

function longest(one: Found | undefined, other: Found | undefined): Found | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.length >= one.length ? other : one;
}

/** The longest phrase that a lexicon, the sites or the zones know. */
function scanWords(scan: Scan, at: number): Found | undefined {
  for (const end of endsOf(scan, at)) {
    const phrase = scan.folded.slice(at, end).replaceAll(/ +/gu, ' ');
    const meaning = meaningOf(phrase, scan, at);
    if (meaning !== undefined && !isCut(scan, { at, end }, meaning)) return { ...meaning, length: end - at };
  }
  return undefined;
}

/** Whether a hyphen continues the word: `on-demand`. Days and places may have one behind them: `mon-fri`. */
function isCut({ folded, borders }: Scan, { at, end }: { at: number; end: number }, { kind }: Meaning): boolean {
  const isInName =
    CJK.test(folded.slice(at)) && ![...Array(end - at).keys()].some((length) => borders.has(at + length + 1));
  if (/^(?:part|once|instant|style)$/u.test(kind) && isInName) return true;
  return /^[-/’][\p{L}\d]/u.test(folded.slice(end, end + 2)) && !/^(?:days|part|daily|to)$/u.test(kind);
}

function meaningOf(phrase: string, scan: Scan, at: number): Meaning | undefined {
  const { lookup, sites } = scan;
  const site = sites.get(phrase);
  if (site !== undefined) return { kind: 'source', words: site };
  const meaning = lookup.meaning(phrase, ACCENTED.test(scan.typed.slice(at, at + phrase.length)));
  if (meaning !== undefined) return meaning;
  return readPlace(phrase, { typed: scan.typed, at });
}

/** Where a phrase may end, last first: at the borders of words. */
function endsOf({ folded, borders }: Scan, at: number): number[] {
  const ends: number[] = [];
  if (CJK.test(folded.slice(at))) {
    for (let end = Math.min(folded.length, at + MAX_CHARACTERS); end > at; end -= 1)
      if (folded[end - 1] !== ' ' && (borders.has(end) || end - at > 1)) ends.push(end);
    return ends;
  }
  if (/[@~–—-]/u.test(folded[at] ?? '')) return [at + 1];
  let next = at;
  while (ends.length < MAX_WORDS) {
    LETTERS.lastIndex = next;
    const found = LETTERS.exec(folded)?.[0];
    if (found === undefined) break;
    next += found.length;
    ends.push(next);
    if (/[.:]$/u.test(found)) ends.splice(-1, 0, next - 1);
    next += /^(?: +|[-/])?/u.exec(folded.slice(next))?.[0].length ?? 0;
  }
  return ends.toReversed();
}

/** A word that nothing knows: in Chinese one segment, else up to the next space. */
function scanTopic(scan: Scan, at: number): Found {
  if (CJK.test(scan.typed.slice(at))) {
    let end = at + 1;
    while (end < scan.typed.length && !scan.borders.has(end)) end += 1;
    const isPolite = Array.from(scan.folded.slice(at, end)).every((one) =>
      /^(?:filler|at|and)$/u.test(scan.lookup.meaning(one)?.kind ?? ''),
    );
    const isParticle = /^[\p{Script=Hiragana}ー]+$/u.test(scan.typed.slice(at, end));
    if (isPolite) return { kind: 'filler', length: end - at };
    return { kind: isParticle ? 'stop' : 'word', length: end - at };
  }
  WORD.lastIndex = at;
  const [word = ''] = WORD.exec(scan.typed) ?? [];
  const typed = word.replace(/(?<![.:'’!?])[.:'’!?]+$/u, '');
  if (typed === '') return { kind: 'odd', length: word.length || 1 };
  if (/[\d*@\p{Regional_Indicator}]/u.test(typed) && !NUMBERED.test(typed))
    return { kind: 'odd', length: typed.length };
  return {
    kind: scan.lookup.isFunctionWord(scan.folded.slice(at, at + typed.length), ACCENTED.test(typed)) ? 'stop' : 'word',
    length: typed.length,
  };
}
