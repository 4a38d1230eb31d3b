import { analyse } from 'chardet';

/** Where a text may name its encoding: the XML declaration, or a `<meta>` of HTML. */
const DECLARED = /<\?xml[^>]{0,200}?encoding\s*=\s*["']?([\w.:-]+)|<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)/i;
/** Browsers look as far: https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
const HEAD_BYTES = 4096;
const SAMPLE_BYTES = 100_000;

/**
 * Decodes a fetched text. A byte-order mark decides first, then valid UTF-8, then what the server or the text declares, and
 * at last a guess by the bytes: text that is valid UTF-8 beyond ASCII is hardly ever anything else, whatever it says it is.
 * What cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decode(bytes, marked) ?? '';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const [, inXml, inMeta] = DECLARED.exec(head) ?? [];
  const [, inHeader] = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType) ?? [];
  const declared = [inHeader, inXml, inMeta].filter((label) => label !== undefined);
  if (!isStateful(declared)) {
    const utf8 = decode(bytes, 'utf-8', { fatal: true });
    if (utf8 !== undefined) return utf8;
  }
  const others = declared.filter((label) => !/^utf-?8$/i.test(label));
  for (const label of [...others, ...guesses(bytes)]) {
    const text = decode(bytes, label, { fatal: true });
    if (text !== undefined) return text;
  }
  return decode(bytes, others[0] ?? 'utf-8') ?? decode(bytes, 'utf-8') ?? '';
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Encodings whose bytes are ASCII, and so valid UTF-8 too. */
function isStateful(labels: readonly string[]): boolean {
  return labels.some((label) => /^(?:iso-2022|utf-?16)/i.test(label));
}

function guesses(bytes: Uint8Array): string[] {
  return analyse(bytes.subarray(0, SAMPLE_BYTES)).map(({ name }) => name);
}

/** Undefined for an unknown encoding, or with `fatal` for bytes that do not fit it. */
function decode(bytes: Uint8Array, label: string, options: { fatal?: boolean } = {}): string | undefined {
  try {
    return new TextDecoder(label, options).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
