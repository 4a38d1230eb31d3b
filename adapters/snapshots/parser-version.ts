import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, '../../src');

/** The folders of `src` that decide how an article is parsed and what the library stores of it. */
export const PARSER_FOLDERS: readonly string[] = [
  'language',
  'text',
  'article',
  'html',
  'summary',
  'snapshot',
  'library',
];

/**
 * A hash of the parser's source. It changes with every change of the code, so after an update all files are parsed again.
 * `source` is the folder with the code.
 */
export function parserVersion(source = SOURCE): string {
  const hash = createHash('sha256');
  for (const folder of PARSER_FOLDERS) {
    for (const file of readdirSync(join(source, folder), { encoding: 'utf8', recursive: true }).sort()) {
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(source, folder, file)));
    }
  }
  return hash.digest('base64url').slice(0, 12);
}
