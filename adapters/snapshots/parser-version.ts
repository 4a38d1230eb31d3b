import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, '../../src');

/** All folders of code that an article, and what the library keeps of it, depend on. */
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
 * A name for the code that reads snapshots: it changes with every change of it, so that after an update all files are
 * read again, and nobody has to remember to raise a number. `source` is where the code lies.
 */
export function parserVersion(source = SOURCE): string {
  const hash = createHash('sha256');
  for (const folder of PARSER_FOLDERS) {
    for (const file of readdirSync(join(source, folder)).sort()) {
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(source, folder, file)));
    }
  }
  return hash.digest('base64url').slice(0, 12);
}
