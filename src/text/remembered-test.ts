/** Longer texts are seldom repeated, in UTF-16 units. */
const MAX_UNITS = 120;
const MAX_ANSWERS = 500;

/**
 * A pattern that remembers its answers, for texts that repeat all over a page, such as class names: looking one up is many
 * times faster than trying fifty alternatives. The memory is bounded.
 */
export function rememberTests(pattern: RegExp): Pick<RegExp, 'test'> {
  const answers = new Map<string, boolean>();
  return {
    test(text) {
      if (text.length > MAX_UNITS) return pattern.test(text);
      const known = answers.get(text);
      if (known !== undefined) return known;
      if (answers.size >= MAX_ANSWERS) answers.clear();
      const answer = pattern.test(text);
      answers.set(copyOf(text), answer);
      return answer;
    },
  };
}

/** A text of its own: a slice of a page would keep the whole page in memory. */
function copyOf(text: string): string {
  return text.split('').join('');
}
