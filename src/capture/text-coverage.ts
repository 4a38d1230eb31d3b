/** How many pieces of a text are looked for, and how long each is, in letters. */
const PIECES = 40;
const PIECE_LETTERS = 20;

/** Which share of a text, 0 to 1, another one has. Takes samples, so that long texts take no longer. */
export function coverageOf(text: string, other: string): number {
  return shareOfPieces(lettersOf(text), lettersOf(other));
}

/** The same for two texts of which only the letters are left. */
export function shareOfPieces(letters: string, whole: string): number {
  if (letters.length <= PIECE_LETTERS) return whole.includes(letters) ? 1 : 0;
  const count = Math.min(PIECES, Math.ceil(letters.length / PIECE_LETTERS));
  const step = (letters.length - PIECE_LETTERS) / Math.max(1, count - 1);
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
