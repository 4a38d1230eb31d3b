/** Longer than the header of any real snapshot. */
const HEADER_BYTES = 4096;
const STAMP = /^<!--\s*(?:-?\d{1,20}|NaN)\s*-->/;
const RULE_UNDER_LINK = /\)[ \t\r]*\n\s*-{3,}[ \t\r]*(?:\n|$)/;
const decoder = new TextDecoder('latin1');

/**
 * Whether a file in a folder with other kinds of files (readme files, lists) means to be a snapshot, though maybe a broken
 * one: it begins with a stamp, or with a linked title above a rule.
 */
export function looksLikeSnapshot(bytes: Uint8Array): boolean {
  const start = decoder.decode(bytes.subarray(0, HEADER_BYTES)).replace(/^ï»¿/, '').trimStart();
  return STAMP.test(start) || (start.startsWith('[') && RULE_UNDER_LINK.test(start));
}
