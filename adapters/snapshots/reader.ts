import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, '../../src');

/**
 * A name for the code that reads snapshots: it changes with every change of it, so that after an update all files are
 * read again, and nobody has to remember to raise a number. `source` is where the code lies.
 */
export function readerName(source = SOURCE): string {
  const hash = createHash('sha256');
  for (const folder of ['article', 'library']) {
    for (const file of readdirSync(join(source, folder)).sort()) {
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(source, folder, file)));
    }
  }
  return hash.digest('base64url').slice(0, 12);
}
