const SURROGATE = /[\ud800-\udfff]/;

/** The overlapping pairs of characters in a run; a single character is itself. */
export function bigramsOf(run: string): string[] {
  // Splitting a string into code points is three times slower, and only rare ideographs need it.
  if (SURROGATE.test(run)) return pairsOf([...run]);
  if (run.length < 2) return [run];
  const bigrams: string[] = [];
  for (let at = 1; at < run.length; at += 1) bigrams.push(run.slice(at - 1, at + 1));
  return bigrams;
}

function pairsOf(characters: readonly string[]): string[] {
  if (characters.length < 2) return [...characters];
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`);
}

/**
 * The overlapping pairs of UTF-16 units in a run, each packed into one number, the first unit in the upper half: numbers
 * are many times faster to look up than slices of a text.
 */
export function packedBigramsOf(run: string): number[] {
  const bigrams: number[] = [];
  let before = run.charCodeAt(0);
  for (let at = 1; at < run.length; at += 1) {
    const code = run.charCodeAt(at);
    bigrams.push((before << 16) | code);
    before = code;
  }
  return bigrams;
}
