/** How many pieces of a text are looked for, and how long each is, in letters. */
const PIECES = 40;
const PIECE_LETTERS = 20;

/** Which share of a text, 0 to 1, another one has. Takes samples, so that long texts take no longer. */
export function coverageOf(text: string, other: string): number {
  const letters = lettersOf(text);
  const whole = lettersOf(other);
  if (letters.length <= PIECE_LETTERS) return whole.includes(letters) ? 1 : 0;
  const step = Math.max(1, (letters.length - PIECE_LETTERS) / (PIECES - 1));
  const count = Math.min(PIECES, letters.length - PIECE_LETTERS);
  let found = 0;
  for (let piece = 0; piece < count; piece += 1) {
    const at = Math.floor(piece * step);
    if (whole.includes(letters.slice(at, at + PIECE_LETTERS))) found += 1;
  }
  return found / count;
}

/** Only the letters and digits of a text, in lower case: spaces, marks and quotes differ between two copies. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
