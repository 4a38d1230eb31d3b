const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const TOKEN = new RegExp(String.raw`[${UNSPACED}]|(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}])+`, 'gu');
const GRAM_TOKENS = 4;

/** Normalises a text for comparison: NFKC, without white space and soft hyphens. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '');
}

/**
 * Tokenizes a text after NFKC, in lower case: a token is a run of letters, marks and digits, or in scripts without spaces
 * (Han, kana, Thai, Lao, Khmer, Myanmar) one character. Punctuation is no token.
 */
export function tokenise(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\u00ad/gu, '')
      .toLowerCase()
      .match(TOKEN) ?? []
  );
}

/** Counts the 4-grams; fewer than four tokens are one gram. */
export function countGrams(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let start = 0; start <= Math.max(0, tokens.length - GRAM_TOKENS); start += 1) {
    const gram = tokens.slice(start, start + GRAM_TOKENS).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Removes the first run of tokens that equals `piece`, if `piece` has at least four. */
export function removeRun(tokens: readonly string[], piece: readonly string[]): readonly string[] {
  if (piece.length < GRAM_TOKENS) return tokens;
  let at = tokens.indexOf(piece[0] ?? '');
  while (at >= 0) {
    if (piece.every((token, index) => tokens[at + index] === token)) {
      return [...tokens.slice(0, at), ...tokens.slice(at + piece.length)];
    }
    at = tokens.indexOf(piece[0] ?? '', at + 1);
  }
  return tokens;
}

/** The agreement of two texts, each from 0 to 1. */
export interface Agreement {
  recall: number;
  precision: number;
  f1: number;
}

/** Compares by 4-grams, with their frequencies. */
export function compareTokens(expected: readonly string[], actual: readonly string[]): Agreement {
  const expectedGrams = countGrams(expected);
  const actualGrams = countGrams(actual);
  let both = 0;
  for (const [gram, count] of expectedGrams) both += Math.min(count, actualGrams.get(gram) ?? 0);
  const total = (counts: Map<string, number>) => counts.values().reduce((sum, count) => sum + count, 0);
  const recall = expectedGrams.size === 0 ? 1 : both / total(expectedGrams);
  const precision = actualGrams.size === 0 ? recall : both / total(actualGrams);
  return { recall, precision, f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) };
}
