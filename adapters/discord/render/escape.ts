/** Characters that Discord reads as markup anywhere in a line; https://support.discord.com/hc/en-us/articles/210298617 */
const SPECIAL = /[\\*_~|`<[\]#@]/gu;
/** `https://` would become a link, and `:name:` an emoji, even if its end is in the following text. */
const COLON = /:(?=\/\/|[^\s:]+(?::|$))/gu;
/** After a bracket it would begin the address of a link, even of a link that begins further up. */
const ROUND = /(?<=^|\])\(/gu;
/** The start of a list item, a quote, or small text. */
const LINE_START = /^(\s*)(?=[-+>])|^(\s*\d+)(?=\.(?:\s|$))/u;

/** Invisible, but it ends the markup before it. */
export const ZERO_WIDTH = '\u200B';

/** Escapes text, so that Discord shows exactly its characters; for the start of a line see `escapeLineStart`. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(ROUND, '\\(').replace(COLON, '\\:');
}

/** Escapes a marker of a list, quote or small text at the start of a line of escaped text. */
export function escapeLineStart(line: string): string {
  return line.replace(LINE_START, '$&\\');
}

/** Code has no escapes: a zero-width space keeps its brackets from ending a link that begins further up. */
export function escapeCode(text: string): string {
  const opened = text.indexOf('[');
  const before = opened < 0 ? text : text.slice(0, opened);
  return before.replaceAll('](', `]${ZERO_WIDTH}(`) + text.slice(before.length);
}
