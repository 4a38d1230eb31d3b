import { LATIN_WORDS, SIBLINGS } from './frequent-words.ts';
import {
  countForeignLetters,
  countSpecialLetters,
  fitsAlphabet,
  languageOfLetters,
  type SpecialLetters,
} from './latin-alphabets.ts';

interface LanguageShare {
  language: string;
  share: number;
}

/** A guess is certain with a large share of function words, or with a smaller share in a longer text and a clear lead. */
const CERTAINTY_RULES = [
  { words: 8, share: 0.14, lead: 1.12 },
  { words: 20, share: 0.1, lead: 1.4 },
  { words: 40, share: 0.06, lead: 1.8 },
];
/** A text has more words of its language the longer it is; in another language, the same few recur. Letters are no words. */
const MIN_DIFFERENT_WORDS = 8;
const WORDS_FOR_EACH = 25;
/** Similar languages compete by the words that only one of them uses. */
const MIN_DISTINCTIVE_WORDS = 2;
const MIN_DISTINCTIVE_LEAD = 2;
/** A text of this many words whose letters are those of one language only is certain with some of its words. */
const MIN_LETTERED_WORDS = 12;
/** How many words, and which lead, overrule the declared language. */
const MIN_OVERRULING_WORDS = 60;
const MIN_OVERRULING_LEAD = 2;

const LANGUAGES = Object.keys(LATIN_WORDS);

/** The positions in `LANGUAGES` of the languages of each word. */
function indexWords(): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, language] of LANGUAGES.entries()) {
    for (const word of LATIN_WORDS[language] ?? []) index.set(word, [...(index.get(word) ?? []), at]);
  }
  return index;
}

const languagesOf = indexWords();
/** No function word is longer. */
const MAX_WORD_UNITS = Math.max(...Array.from(languagesOf.keys(), ({ length }) => length));

/** The languages that a text may be in, the likeliest first. */
interface LatinText {
  shares: LanguageShare[];
  words: number;
  /** How often each function word occurs. */
  counts: ReadonlyMap<string, number>;
  special: SpecialLetters;
  /** Whether words have the vowels of Croatian and Bosnian, where Serbian mostly has others. */
  isIjekavian: boolean;
}

/** Roots that Serbian mostly writes with "e": "svijet", "mjesto", "čovjek". */
const IJEKAVIAN =
  /svijet|svjet|vrij[ei]|dijet|dijel|djel|djec|cijen|cijel|uvijek|rije[čk]|mijenj|uspje|mjest|mjer|čovje|vjer|prije(?!m)|gdje|ovdje|zahtjev|sljed|osjeć|savjet|smij[eu]|dvije|obje|[htdv]je(?:l|ti)|mjese|vijek|tijel|bjeg|mjen/gu;
/** The words of which one has such a root. */
const MAX_WORDS_EACH = 100;

function readLatin(text: string): LatinText {
  const lower = text.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i').replaceAll(/[‘ʻʼ]/g, "'");
  const special = countSpecialLetters(lower);
  const tokens = lower.match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const counts = new Map<string, number>();
  const found = new Uint32Array(LANGUAGES.length);
  for (const token of tokens) {
    if (token.length > MAX_WORD_UNITS) continue;
    const languages = languagesOf.get(token);
    if (languages === undefined) continue;
    counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const at of languages) found[at] = (found[at] ?? 0) + 1;
  }
  const shares = LANGUAGES.map((language, at) => ({ language, share: (found[at] ?? 0) / Math.max(1, tokens.length) }));
  const isIjekavian = (lower.match(IJEKAVIAN)?.length ?? 0) * MAX_WORDS_EACH >= Math.max(1, tokens.length);
  return {
    shares: shares.sort((one, other) => other.share - one.share),
    words: tokens.length,
    counts,
    special,
    isIjekavian,
  };
}

/** A certain guess, or undefined. */
function guess({ shares, words, counts, special, isIjekavian }: LatinText): LanguageShare | undefined {
  const [first, ...others] = shares.filter(({ language }) => fitsAlphabet(language, special));
  if (first === undefined) return undefined;
  const siblings = SIBLINGS.find((group) => group.has(first.language));
  const rival = others.find(({ language }) => siblings?.has(language) !== true)?.share ?? 0;
  const lettered = words >= MIN_LETTERED_WORDS ? languageOfLetters(special) : undefined;
  if (countWords(first.language, counts) < Math.min(MIN_DIFFERENT_WORDS, words / WORDS_FOR_EACH)) return undefined;
  const isCertain = CERTAINTY_RULES.some(
    (rule) => words >= rule.words && first.share >= rule.share && first.share >= rival * rule.lead,
  );
  if (!isCertain) return others.concat(first).find(({ language, share }) => language === lettered && share > 0);
  const close = others.filter(({ language, share }) => siblings?.has(language) === true && share * 2 > first.share);
  const chosen = chooseSibling([first, ...close], { counts, special });
  return isIjekavian && chosen?.language === 'sr-Latn' ? undefined : chosen;
}

/** The number of different function words of a language in a text. */
function countWords(language: string, counts: ReadonlyMap<string, number>): number {
  let found = 0;
  for (const word of counts.keys()) if (word.length > 1 && LATIN_WORDS[language]?.has(word)) found += 1;
  return found;
}

/** The one of similar languages that has the most words of its own; undefined if none is clearly ahead. */
function chooseSibling(
  group: readonly LanguageShare[],
  { counts, special }: Pick<LatinText, 'counts' | 'special'>,
): LanguageShare | undefined {
  const [only] = group;
  if (group.length === 1) return only;
  const scored = group
    .map((one) => ({ one, own: distinctiveWords(one.language, group, counts) }))
    .sort((a, b) => b.own - a.own);
  const [best, next] = scored;
  if (best === undefined || best.own === 0) return undefined;
  const other = next?.own ?? 0;
  // A single typical word may be a quotation: foreign letters in the rest of the text speak against it.
  if (other === 0 && best.own < MIN_DISTINCTIVE_WORDS && countForeignLetters(best.one.language, special) > 0)
    return undefined;
  if (other === 0) return best.one;
  return best.own >= MIN_DISTINCTIVE_WORDS && best.own >= other * MIN_DISTINCTIVE_LEAD ? best.one : undefined;
}

function distinctiveWords(
  language: string,
  group: readonly LanguageShare[],
  counts: ReadonlyMap<string, number>,
): number {
  const at = LANGUAGES.indexOf(language);
  const rivals = group.map((one) => LANGUAGES.indexOf(one.language)).filter((other) => other !== at);
  let own = 0;
  for (const [word, count] of counts) {
    const languages = languagesOf.get(word) ?? [];
    if (languages.includes(at) && !rivals.some((other) => languages.includes(other))) own += count;
  }
  return own;
}

/**
 * Detects the language of a text in Latin script by its function words: the `declared` one, unless the text is clearly in
 * another; without a declaration, a certain guess or null.
 */
export function detectLatin(text: string, declared: Intl.Locale | undefined): string | null {
  const read = readLatin(text);
  const first = guess(read);
  if (declared === undefined) return first?.language ?? null;
  const own = read.shares.find(({ language }) => language === declared.language);
  const wrong =
    first !== undefined &&
    own !== undefined &&
    read.words >= MIN_OVERRULING_WORDS &&
    first.share > own.share * MIN_OVERRULING_LEAD;
  return wrong ? first.language : declared.toString();
}
