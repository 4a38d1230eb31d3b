/**
 * What JSON leaves as it is, and what controls a terminal, reorders text or hides in it. Joiners, soft hyphens, zero-width
 * spaces, the tags of a flag and the marks of Arabic and Hebrew stay: ordinary articles have them, and they harm nobody.
 */
const UNSAFE =
  /(\p{RGI_Emoji_Tag_Sequence})|[\u007F-\u009F\u180E\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]/gv;

/** JSON in one line that is safe to show in a terminal. It parses to the same value. */
export function toSafeJson(value: unknown): string {
  return escapeUnsafe(JSON.stringify(value));
}

/** JSON, or a piece of it, with escapes in the place of what is unsafe in its strings. */
export function escapeUnsafe(json: string): string {
  return json.replace(UNSAFE, (found, flag?: string) => flag ?? escapeUnits(found));
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
