const ZERO_WIDTH = /[\u180e\u200b\u2060\ufeff]+/g;
const SPACE = /\s+/g;

/** The UTF-16 units that `\s` matches. */
const IS_SPACE = new Uint8Array(0x1_0000);
for (const [first, last] of [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const)
  IS_SPACE.fill(1, first, last + 1);
/** Whether a unit is white space other than a plain space, or of no width. */
const IS_ODD = IS_SPACE.slice();
IS_ODD[0x20] = 0;
for (const code of [0x180e, 0x200b, 0x2060]) IS_ODD[code] = 1;
const SPACE_CODE = 0x20;

/** The number of UTF-16 units that are no white space. */
export function countVisible(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) count += 1 - (IS_SPACE[text.charCodeAt(at)] ?? 0);
  return count;
}

/** Whether `collapseSpace` would change nothing, as for most text: looking is many times faster than replacing. */
export function isCollapsed(text: string): boolean {
  let before = SPACE_CODE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (IS_ODD[code] === 1 || (code === SPACE_CODE && before === SPACE_CODE)) return false;
    before = code;
  }
  return text === '' || before !== SPACE_CODE;
}

/**
 * Replaces every run of white space (tabs, line breaks, no-break and ideographic spaces) by one plain space and trims the
 * ends. Removes zero-width spaces and stray byte-order marks; keeps joiners, since they shape letters and emoji.
 */
export function collapseSpace(text: string): string {
  return isCollapsed(text) ? text : text.replace(ZERO_WIDTH, '').replace(SPACE, ' ').trim();
}
