/** Words in `s` that are no plural: `bus`, `press`, `analysis`. */
const NO_PLURAL = /(?:[uis]s|^(?:news|series|species|always|perhaps|this|does))$/u;
const MIN_CHARS = 4;

/**
 * The stem of a folded word: `cats` and `cat`, `stories` and `story`, `boxes` and `box` have the same. It only removes plurals,
 * which look alike in English, French, Spanish and Portuguese. Words in other letters are their own stem.
 */
export function stemOf(word: string): string {
  if (word.length < MIN_CHARS || !/^[a-z]+$/u.test(word)) return word;
  const single = NO_PLURAL.test(word) ? word : word.replace(/(?<=x|z|ch|sh|ss)es$|s$/u, '');
  // `movie`, `movies` and `stories` end like `story`.
  return single.replace(/(?<=..[^aeiou])ie$/u, 'y');
}
