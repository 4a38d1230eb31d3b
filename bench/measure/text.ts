const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const TOKEN = new RegExp(String.raw`[${UNSPACED}]|(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}])+`, 'gu');
const GRAM = 4;

/** The text as it is compared for equality: NFKC, without white space and soft hyphens. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '');
}

/**
 * The words of a text after NFKC, in lower case: a run of letters, marks and digits is one token, but in scripts
 * written without spaces (Han, kana, Thai, Lao, Khmer, Myanmar) each character is. Punctuation is no token.
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

/** How often each run of four tokens occurs; fewer than four tokens are one gram. */
export function countGrams(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let start = 0; start <= Math.max(0, tokens.length - GRAM); start += 1) {
    const gram = tokens.slice(start, start + GRAM).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** The tokens without the first run that equals `piece`; unchanged where there is none, or `piece` has under four. */
export function cutPiece(tokens: readonly string[], piece: readonly string[]): readonly string[] {
  if (piece.length < GRAM) return tokens;
  let at = tokens.indexOf(piece[0] ?? '');
  while (at >= 0) {
    if (piece.every((token, index) => tokens[at + index] === token)) {
      return [...tokens.slice(0, at), ...tokens.slice(at + piece.length)];
    }
    at = tokens.indexOf(piece[0] ?? '', at + 1);
  }
  return tokens;
}

/** How well one text agrees with another, each 0 to 1. */
export interface Agreement {
  recall: number;
  precision: number;
  f1: number;
}

/** Compares by 4-grams, each counted as often as it occurs. */
export function compareTokens(known: readonly string[], given: readonly string[]): Agreement {
  const wanted = countGrams(known);
  const got = countGrams(given);
  let both = 0;
  for (const [gram, count] of wanted) both += Math.min(count, got.get(gram) ?? 0);
  const total = (counts: Map<string, number>) => counts.values().reduce((sum, count) => sum + count, 0);
  const recall = wanted.size === 0 ? 1 : both / total(wanted);
  const precision = got.size === 0 ? recall : both / total(got);
  return { recall, precision, f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) };
}
