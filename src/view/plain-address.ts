import { toTerminalText } from '../text/terminal-text.ts';
import type { Piece } from './terminal-style.ts';

/** How a terminal shows addresses: as written, to be copied by a program; decoded, to be read; or behind the words that link there. */
export type AddressStyle = 'written' | 'readable' | 'linked';

const ESCAPES = /(?:%[0-9a-f]{2})+/giu;
const LETTER = /[^\P{L}\p{ASCII}]|[\p{M}\p{N}]/u;

/** An address as a piece that is never broken. */
export function toAddress(url: string, style: AddressStyle = 'written'): Piece {
  const written = toTerminalText(url).replaceAll('\n', '');
  const text = style === 'written' ? written : written.replace(ESCAPES, decodeLetters);
  return { text, style: 'subtle', solid: true, ...(style === 'linked' && targetOf(url)) };
}

/** The address of a hyperlink in a terminal: in ASCII, so that it ends where it should. Nothing if it is not of the web. */
export function targetOf(url: string): { target: string } | undefined {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined;
  return { target: parsed.href };
}

/** Letters, marks and numbers are shown; what separates the parts of an address, and what cannot be seen, stays encoded. */
function decodeLetters(escapes: string): string {
  try {
    return Array.from(decodeURIComponent(escapes), (character) =>
      LETTER.test(character) ? character : encodeURIComponent(character),
    ).join('');
  } catch (error) {
    // Not UTF-8: old pages encode other character sets.
    if (error instanceof URIError) return escapes;
    throw error;
  }
}
