import { jsonPieces } from '../../src/article/json-pieces.ts';
import type { ParseResult } from '../../src/snapshot/parse-result.ts';
import { escapeInvisible } from '../../src/text/escape-invisible.ts';
import { escapeUnsafe, toSafeJson } from '../../src/text/safe-json.ts';
import { readFile } from './read-file.ts';
import type { Writer } from './writer.ts';

export interface ParseFilesOptions {
  files: readonly string[];
  parse: (bytes: Uint8Array) => ParseResult;
  /** A larger file is truncated to one byte more than this, so that `parse` rejects it. */
  maxBytes: number;
  output: Writer;
  warnings: Writer;
}

/**
 * Writes one line of JSON for each file, in order: the article, or why it was rejected. Returns whether every file was
 * parsed.
 */
export async function parseFiles(options: ParseFilesOptions): Promise<boolean> {
  let allParsed = true;
  for (const file of options.files) {
    if (!options.output.open) break;
    const result = await parseFile(file, options);
    if (!result.ok) {
      allParsed = false;
      await options.output.write(`${toSafeJson({ file, ok: false, error: result.error })}\n`);
      continue;
    }
    for (const { line, message } of result.warnings) {
      const text = `${file}${line === null ? '' : `:${line}`}: ${message}`;
      await options.warnings.write(`${escapeInvisible(text)}\n`);
    }
    for (const piece of linePieces({ file, ok: true, article: result.article })) await options.output.write(piece);
  }
  return allParsed;
}

function* linePieces(value: object): Generator<string> {
  let last = '';
  for (const piece of jsonPieces(value)) {
    if (last !== '') yield escapeUnsafe(last);
    last = piece;
  }
  yield `${escapeUnsafe(last)}\n`;
}

async function parseFile(file: string, { parse, maxBytes }: ParseFilesOptions) {
  const found = await readFile(file, maxBytes);
  return 'bytes' in found ? parse(found.bytes) : { ok: false as const, error: found.error };
}
