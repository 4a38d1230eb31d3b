/** Control, format, line break, private and unassigned characters, which could forge output. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\\]/gu;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Makes a file name safe to show. Escapes unsafe characters (`\n`, `\u{202e}`, `\xff` for a byte that is not UTF-8) and
 * backslashes, so that no two names look the same.
 */
export function showName(name: Uint8Array): string {
  try {
    return decoder.decode(name).replace(UNSAFE, escapeCharacter);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return Array.from(name, escapeByte).join('');
  }
}

function escapeCharacter(character: string): string {
  if (character === '\\') return '\\\\';
  if (character === '\n') return '\\n';
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** The ASCII part of a name that is not UTF-8 stays readable. */
function escapeByte(byte: number): string {
  if (byte === 0x5c) return '\\\\';
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
}
