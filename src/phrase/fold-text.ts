const LATIN = /^\p{Script=Latin}$/u;
const KEYCAP = /\u{fe0f}?\u{20e3}/gu;
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;
const SPELLINGS: Readonly<Record<string, string>> = { "'": '’', '`': '’', '−': '-', '﹣': '-', '\u00a0': ' ' };

/** A typed text in NFKC with European digits, and as the lexicons spell it. Both have the same length, so indices fit both. */
export interface FoldedText {
  typed: string;
  folded: string;
}

/** Folds a typed text: lower case, without the accents of Latin letters, one spelling of apostrophes and minus signs. */
export function foldText(text: string): FoldedText {
  const typed = text
    .normalize('NFKC')
    .replace(KEYCAP, '')
    .replace(EASTERN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replaceAll(/\s/gu, ' ');
  return { typed, folded: Array.from(typed, foldCharacter).join('') };
}

function foldCharacter(character: string): string {
  const spelled = SPELLINGS[character];
  if (spelled !== undefined) return spelled;
  const base = LATIN.test(character) ? (character.normalize('NFD')[0] ?? character) : character;
  const lower = base.toLowerCase();
  return lower.length === character.length ? lower : character;
}
