import { LATIN_WORDS, SIBLINGS } from './frequent-words.ts';

interface LanguageShare {
  language: string;
  share: number;
}

/** A guess is certain with a large share of function words, or with a smaller share in a longer text and a clear lead. */
const CERTAINTY_RULES = [
  { words: 8, share: 0.14, lead: 1.12 },
  { words: 40, share: 0.06, lead: 1.8 },
];
/** Similar languages compete with each other only in texts of at least this many words. */
const MIN_SIBLING_WORDS = 40;
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

function latinShares(text: string): { shares: LanguageShare[]; words: number } {
  const tokens = text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const counts = new Uint32Array(LANGUAGES.length);
  for (const token of tokens) {
    if (token.length > MAX_WORD_UNITS) continue;
    for (const at of languagesOf.get(token) ?? []) counts[at] = (counts[at] ?? 0) + 1;
  }
  const shares = LANGUAGES.map((language, at) => ({ language, share: (counts[at] ?? 0) / Math.max(1, tokens.length) }));
  return { shares: shares.sort((one, other) => other.share - one.share), words: tokens.length };
}

function isCertain([first, ...others]: readonly LanguageShare[], words: number): boolean {
  if (first === undefined) return false;
  const siblings = words < MIN_SIBLING_WORDS ? undefined : SIBLINGS.find((group) => group.has(first.language));
  const rival = others.find(({ language }) => siblings?.has(language) !== true)?.share ?? 0;
  return CERTAINTY_RULES.some(
    (rule) => words >= rule.words && first.share >= rule.share && first.share >= rival * rule.lead,
  );
}

/**
 * Detects the language of a text in Latin script by its function words: the `declared` one, unless the text is clearly in
 * another; without a declaration, a certain guess or null.
 */
export function detectLatin(text: string, declared: Intl.Locale | undefined): string | null {
  const { shares, words } = latinShares(text);
  const first = shares[0];
  const certain = first !== undefined && isCertain(shares, words);
  if (declared === undefined) return certain ? first.language : null;
  const own = shares.find(({ language }) => language === declared.language);
  const wrong =
    certain && own !== undefined && words >= MIN_OVERRULING_WORDS && first.share > own.share * MIN_OVERRULING_LEAD;
  return wrong ? first.language : declared.toString();
}
