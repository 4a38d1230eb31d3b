const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const ANY = `${LETTERS}${DIGITS}`;
/** A digit between letters, which no word after a `#` has. */
const SHAPE = [LETTERS, DIGITS, LETTERS, ANY, ANY, ANY];
const ID = /^[a-z]\d[a-z][a-z\d]{3}$/u;

/** Creates an id from letters and digits; `below` returns a random integer from 0 up to `end`, exclusive. */
export function createSubscriptionId(below: (end: number) => number): string {
  return SHAPE.map((letters) => letters[below(letters.length)]).join('');
}

/** Whether a word has the form of an id. Older ids may have another form. */
export function isSubscriptionId(word: string): boolean {
  return ID.test(word);
}
