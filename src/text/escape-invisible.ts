/** Control and format characters, all tags, line separators, private and unpaired code points; not a line feed or a tab. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{E0000}-\u{E007F}]/gu;

/** Makes untrusted text safe for the operator's terminal, and loses nothing: an escape character becomes `\u{1b}`. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
