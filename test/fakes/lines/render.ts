import type { Language } from '../../../src/locales/languages.ts';
import { cutOffset } from '../../../src/text/cut-offset.ts';
import { renderPlainText } from '../../../src/view/plain-text.ts';
import type { View } from '../../../src/view/view.ts';

const MAX_BYTES = 500;
/** At the end of a text that was cut inside a word or an address: the next text continues it. */
export const CONTINUED = '↩';

/** A view as plain texts of at most 500 bytes. */
export function renderLines(view: View, language: Language): string[] {
  const texts: string[] = [];
  let rest = renderPlainText(view, { colour: false, language }).text.trim();
  while (Buffer.byteLength(rest) > MAX_BYTES) {
    const at = cutOffset(rest, unitsWithin(rest, MAX_BYTES - Buffer.byteLength(CONTINUED)));
    const isInWord = /\S$/u.test(rest.slice(0, at)) && /^\S/u.test(rest.slice(at));
    texts.push(`${rest.slice(0, at).trimEnd()}${isInWord ? CONTINUED : ''}`);
    rest = rest.slice(at).trimStart();
  }
  return [...texts, rest].filter((text) => text !== '');
}

/** The length of the longest start of a text that has at most so many bytes. */
function unitsWithin(text: string, maxBytes: number): number {
  let units = 0;
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    units += character.length;
  }
  return units;
}
