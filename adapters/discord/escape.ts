/** What Discord reads as markup wherever it stands; https://support.discord.com/hc/en-us/articles/210298617 */
const SPECIAL = /[\\*_~|`<[\]#@]/gu;
/** `https://` would become a link, `:name:` an emoji. */
const COLON = /:(?=\/\/|[^\s:]+:)/gu;
/** A list item, a quote, or small text, where a line begins with it. */
const LINE_START = /^(\s*)(?:([-+>])|(\d+)\.(?=\s|$))/u;

/** Text as Discord shows it back, character for character; what begins a line is not looked at. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(COLON, '\\:');
}

/** A line of escaped text that begins nothing but itself. */
export function escapeLineStart(line: string): string {
  return line.replace(LINE_START, (_, space: string, mark: string | undefined, number: string | undefined) =>
    mark === undefined ? `${space}${number}\\.` : `${space}\\${mark}`,
  );
}
