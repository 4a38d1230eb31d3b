import { editDistance } from '../text/edit-distance.ts';

/** Returns the most similar word, if it is similar enough to be meant. */
export function didYouMean(typed: string, words: readonly string[]): string | undefined {
  const start = words.find((word) => typed.length > 1 && (word.startsWith(typed) || typed.startsWith(word)));
  if (start !== undefined) return start;
  const ranked = words.map((word) => ({ word, distance: editDistance(typed.slice(0, 40), word) }));
  const [best] = ranked.toSorted((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.floor(best.word.length / 3) ? best.word : undefined;
}
