/** Controls, formatting signs, line breaks, private and unassigned characters: they could forge what is shown. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\\]/gu;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A file name as it may be shown anywhere: what is not plain text in it is escaped (`\n`, `\u{202e}`, `\xff` for a byte
 * that is no UTF-8), and a backslash too, so that no two names look the same.
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

/** Of a name that is no UTF-8, the ASCII part stays readable. */
function escapeByte(byte: number): string {
  if (byte === 0x5c) return '\\\\';
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
}
