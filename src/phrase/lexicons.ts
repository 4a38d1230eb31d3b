import { LATIN_WORDS } from '../language/frequent-words.ts';
import { EVERY_DAY } from '../schedule/schedule.ts';
import { editDistance } from '../text/edit-distance.ts';
import type { Item } from './item.ts';
import { ar } from './lexicon/ar.ts';
import { de } from './lexicon/de.ts';
import { en } from './lexicon/en.ts';
import { es } from './lexicon/es.ts';
import { fr } from './lexicon/fr.ts';
import { hi } from './lexicon/hi.ts';
import { id } from './lexicon/id.ts';
import { it } from './lexicon/it.ts';
import { ja } from './lexicon/ja.ts';
import { ko } from './lexicon/ko.ts';
import { CLASSES, type Lexicon, type Style } from './lexicon/lexicon.ts';
import { others } from './lexicon/others.ts';
import { pt } from './lexicon/pt.ts';
import { ru } from './lexicon/ru.ts';
import { tr } from './lexicon/tr.ts';
import { uk } from './lexicon/uk.ts';
import { vi } from './lexicon/vi.ts';
import { zh } from './lexicon/zh.ts';

/** The meaning of a word: an item without its place. */
export type Meaning = Omit<Item, 'start' | 'end'>;

const GROUPS: Readonly<Record<string, readonly number[]>> = {
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  mwf: [1, 3, 5],
  daily: EVERY_DAY,
};
const TIME_KIND = /^(?:days|daily|weekly|part|frequency|once|vague|instant)$/u;
const MIN_TYPO = 6;
/** So many words that several languages may share still show which one it is. */
const MIN_WEAK = 2;
/** Classes whose words also occur as parts of other languages, or say nothing alone. */
const WEAK =
  /^(?:at|and|to|between|not|filler|from|numeral|stop|oclock|all|every|half|past|before|quarter|other|am|pm|top)$/u;
/** Shorter negations also mean something in English: `sin`. */
const MIN_NEGATION = 4;

/** Languages whose words are looked up always: their scripts differ, or everybody knows them. */
const inOtherScripts = merge([others, hi, ja, ko, uk, ru, ar, zh]);
const always = new Map([...inOtherScripts, ...merge([en])]);
const inLatin = [fr, de, es, pt, it, tr, vi, id];
const latin = [...inLatin, en].map((lexicon) => ({
  lexicon,
  all: merge([lexicon]),
  strong: strongOf(lexicon),
  short: new Map(entriesOf('short', lexicon.short ?? '')),
}));
const functionWords = new Set(
  latin.flatMap(({ all }) => [...all].flatMap(([word, { kind }]) => (WEAK.test(kind) ? [word] : []))),
);

/** English words for times and days that are long enough for a typing error in them to be one. */
const TIME_WORDS = [...merge([en])].flatMap(([word, { kind }]) =>
  TIME_KIND.test(kind) && word.length >= MIN_TYPO && /^[a-z]+$/u.test(word) ? [word] : [],
);

/** The style that a word means, by the words of all languages with a script of their own, and English. */
export const styleWords: Readonly<Record<string, Style>> = Object.fromEntries(
  [...always].flatMap(([word, { style }]) => (style === undefined ? [] : [[word, style]])),
);

/** Looks up words for one text. */
export interface Lookup {
  /** The meaning of a folded word or phrase. With accents it is no English. */
  meaning(phrase: string, isAccented?: boolean): Meaning | undefined;
  /** Whether spaces separate syllables, not words, as in Vietnamese. */
  isSyllabic: boolean;
  /** The word for a time or a day of which a word is probably a typing error: `wekdays`. */
  nearWord(word: string): string | undefined;
  /** Whether a word only joins others in some language that uses Latin letters. */
  isFunctionWord(word: string, isAccented?: boolean): boolean;
}

/**
 * Creates the lookup for a folded text. Languages with Latin letters take part only if one of their own words occurs in it, or
 * else two that they may share.
 */
export function createLookup(folded: string): Lookup {
  const words = folded.match(/[\p{L}\p{M}’-]+/gu) ?? [];
  const phrases = words.flatMap((_, at) => [1, 2, 3, 4].map((size) => words.slice(at, at + size).join(' ')));
  const inShort = latin.filter(({ short }) => hasShortDays(folded, short));
  const others = latin.filter(({ lexicon }) => lexicon !== en);
  const certain = others.filter((one) => inShort.includes(one) || phrases.some((phrase) => one.strong.has(phrase)));
  const likely = others.filter(
    ({ all }) => words.filter((word) => all.has(word) && !always.has(word)).length >= MIN_WEAK,
  );
  const active = certain.length > 0 ? certain : likely;
  const foreign = Object.values(LATIN_WORDS).filter(
    (list) => words.filter((word) => list.has(word) && !always.has(word)).length > 1,
  );
  const isSyllabic = certain.some(({ lexicon }) => lexicon === vi);
  return {
    meaning: (phrase, isAccented = false) =>
      inShort[0]?.short.get(phrase) ??
      active.find(({ all }) => all.has(phrase))?.all.get(phrase) ??
      (isAccented ? inOtherScripts : always).get(phrase),
    isSyllabic,
    nearWord: (word) =>
      word.length < MIN_TYPO
        ? undefined
        : TIME_WORDS.find((known) => editDistance(word, known) <= (known.length < 8 ? 1 : 2)),
    isFunctionWord: (word, isAccented = false) =>
      !isSyllabic &&
      (functionWords.has(word) ||
        (!isAccented && LATIN_WORDS['en']?.has(word) === true) ||
        foreign.some((list) => list.has(word))),
  };
}

/** Whether a text has a span or pair of short names of days, or three of them: `mo-fr`, `tu/th`, `lun, mer, ven`. */
function hasShortDays(folded: string, short: ReadonlyMap<string, Meaning>): boolean {
  const words = folded.match(/[\p{L}\d]+|[-–—/&]/gu) ?? [];
  const named = words.filter((word) => short.has(word));
  const isSpan = words.some(
    (_, at) =>
      [0, 2].every((step) => short.has(words[at + step] ?? '')) && /^(?:\P{L}|al?|au|bis)$/u.test(words[at + 1] ?? ''),
  );
  return isSpan || new Set(named).size > 2;
}

function merge(lexicons: readonly Lexicon[]): ReadonlyMap<string, Meaning> {
  return new Map(
    lexicons.flatMap((lexicon) =>
      Object.entries(lexicon).flatMap(([name, words]) => (name === 'short' ? [] : entriesOf(name, words))),
    ),
  );
}

function entriesOf(name: string, list: string): (readonly [string, Meaning])[] {
  return list
    .split(' ')
    .flatMap((synonyms, at) =>
      (name === 'numeral' ? synonyms.split('/') : [synonyms]).map(
        (word) => [word.replaceAll('_', ' '), meaningOf(name, at)] as const,
      ),
    );
}

function meaningOf(name: string, at: number): Meaning {
  if (name === 'numeral') return { kind: name, number: at + 1 };
  if (name === 'tens') return { kind: 'numeral', number: (at + 2) * 10 };
  if (name === 'fromNow') return { kind: 'filler', isFromNow: true };
  if (name === 'name') return { kind: 'word' };
  if (name === 'short') return { kind: 'days', days: [at + 1] };
  const days = GROUPS[name] ?? CLASSES.days.flatMap((day, index) => (day === name ? [index + 1] : []));
  if (days.length > 0) return { kind: name === 'daily' ? name : 'days', days };
  const part = CLASSES.parts.find((one) => one === name);
  if (part !== undefined) return { kind: 'part', part };
  const [unit, style] = [CLASSES.units.find((one) => one === name), CLASSES.styles.find((one) => one === name)];
  const kind = name as Item['kind'];
  return { kind, ...(unit && { unit }), ...(style && { style }) };
}

function strongOf(lexicon: Lexicon): ReadonlySet<string> {
  const others = merge(inLatin.filter((one) => one !== lexicon));
  const isOwn = (word: string, kind: string) =>
    (word.includes(' ') || (kind === 'not' && word.length >= MIN_NEGATION)) && !others.has(word);
  const own = [...merge([lexicon])].filter(
    ([word, { kind }]) => (!WEAK.test(kind) || isOwn(word, kind)) && !always.has(word),
  );
  return new Set(own.map(([word]) => word));
}
