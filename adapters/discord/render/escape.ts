/** What Discord reads as markup wherever it stands; https://support.discord.com/hc/en-us/articles/210298617 */
const SPECIAL = /[\\*_~|`<[\]#@]/gu;
/** `https://` would become a link, `:name:` an emoji, also one whose end stands in what follows. */
const COLON = /:(?=\/\/|[^\s:]+(?::|$))/gu;
/** Behind a bracket it would be the address of a link, also of one that begins further up. */
const ROUND = /(?<=^|\])\(/gu;
/** A list item, a quote, or small text, where a line begins with it. */
const LINE_START = /^(\s*)(?=[-+>])|^(\s*\d+)(?=\.(?:\s|$))/u;

/** Nothing, for a reader; to Discord, the end of what stands before it. */
export const ZERO_WIDTH = '\u200B';

/** Text as Discord shows it back, character for character; what begins a line is not looked at. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(ROUND, '\\(').replace(COLON, '\\:');
}

/** A line of escaped text that begins nothing but itself. */
export function escapeLineStart(line: string): string {
  return line.replace(LINE_START, '$&\\');
}

/** Program text, in which nothing can be escaped: a bracket in it does not end a link that begins further up. */
export function escapeCode(text: string): string {
  const opened = text.indexOf('[');
  const before = opened < 0 ? text : text.slice(0, opened);
  return before.replaceAll('](', `]${ZERO_WIDTH}(`) + text.slice(before.length);
}
