const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const ANY = `${LETTERS}${DIGITS}`;
/** A digit between letters: no word that people write behind a `#` is like that. */
const SHAPE = [LETTERS, DIGITS, LETTERS, ANY, ANY, ANY];
const ID = /^[a-z]\d[a-z][a-z\d]{3}$/u;

/** An id for a subscription, of letters and digits that `below` picks: a whole number from 0 up to what it is given. */
export function createSubscriptionId(below: (end: number) => number): string {
  return SHAPE.map((letters) => letters[below(letters.length)]).join('');
}

/** Whether a word can only be such an id. There may be others, from before ids had this form. */
export function isSubscriptionId(word: string): boolean {
  return ID.test(word);
}
