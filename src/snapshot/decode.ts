import type { ParseError } from './parse-result.ts';

/** The largest snapshot that is parsed, in bytes. */
export const MAX_SNAPSHOT_BYTES = 20 * 1024 * 1024;

/**
 * Decodes a file into text without a byte-order mark, with `\n` line ends and without endless runs of white space or marks, or
 * returns why it cannot.
 */
export function decodeSnapshot(bytes: Uint8Array): { text: string } | { error: ParseError } {
  if (bytes.length > MAX_SNAPSHOT_BYTES) return { error: tooLarge(bytes.length) };
  const text = decodeUtf8(bytes);
  if (text === undefined) return { error: notUtf8(bytes) };
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (unified.trim() === '') {
    return { error: { code: 'empty', message: 'The file is empty. Save the article again.', line: null } };
  }
  return { text: shortenRuns(unified) };
}

/** No text has so many UTF-16 units without a letter or digit. */
const MAX_RUN_UNITS = 1_000_000;
const IN_WORD = /[\p{L}\p{N}\ud800-\udfff]/gu;

/**
 * Shortens runs without letters and digits. V8 keeps a step for each unit that a repetition matches, and throws a `RangeError`
 * when they take 64 MB: https://github.com/v8/v8/blob/main/src/regexp/regexp-stack.h
 */
function shortenRuns(text: string): string {
  const parts: string[] = [];
  let read = 0;
  // A longer run covers one of these places.
  for (let at = MAX_RUN_UNITS; at < text.length; at = Math.max(at, read) + MAX_RUN_UNITS) {
    const end = wordFrom(text, at);
    let start = at;
    while (start > read && wordFrom(text.charAt(start - 1), 0) > 0) start -= 1;
    if (end - start <= MAX_RUN_UNITS) continue;
    // Its ends may close what is around it.
    parts.push(text.slice(read, start + MAX_RUN_UNITS / 2));
    read = end - MAX_RUN_UNITS / 2;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(read);
}

/** The offset of the next letter or digit, or the length of the text. */
function wordFrom(text: string, at: number): number {
  IN_WORD.lastIndex = at;
  return IN_WORD.exec(text)?.index ?? text.length;
}

function tooLarge(length: number): ParseError {
  const megabytes = (length / 1024 / 1024).toFixed(1);
  return {
    code: 'too-large',
    message: `The file has ${megabytes} MB; at most 20 MB are read. Save the article alone, without embedded files.`,
    line: null,
  };
}

function notUtf8(bytes: Uint8Array): ParseError {
  const line = badLine(bytes);
  return { code: 'not-utf8', message: `Line ${line} is not UTF-8. Save the file as UTF-8.`, line };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The number of the first line that is not UTF-8, from 1. */
function badLine(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  while (from < bytes.length) {
    const newline = bytes.indexOf(10, from);
    const to = newline < 0 ? bytes.length : newline + 1;
    if (decodeUtf8(bytes.subarray(from, to)) === undefined) return line;
    line += 1;
    from = to;
  }
  return Math.max(1, line - 1);
}
