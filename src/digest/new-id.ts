const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 6;

/** An id for a subscription, of letters and digits that `below` picks: a whole number from 0 up to what it is given. */
export function newId(below: (end: number) => number): string {
  return Array.from({ length: LENGTH }, () => LETTERS[below(LETTERS.length)]).join('');
}
