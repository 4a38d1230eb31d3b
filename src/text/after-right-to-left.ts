const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Text whose first strong character is behind a number, which right-to-left text before it would take along. */
const STARTS_WITH_NUMBER = /^\P{L}*?\p{N}/u;
const LEFT_TO_RIGHT_MARK = '\u200E';

/** Text that follows other text in a line, so that its number keeps its place behind right-to-left text: `· 3 pictures`. */
export function afterRightToLeft(before: string, text: string): string {
  return RIGHT_TO_LEFT.test(before) && STARTS_WITH_NUMBER.test(text) ? LEFT_TO_RIGHT_MARK + text : text;
}
