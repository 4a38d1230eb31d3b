import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateNested, generateSnapshot } from './generate.ts';
import { scaled } from './scale.ts';

const LARGE_BYTES = scaled(10 * 1024 * 1024);
const SAMPLES = fileURLToPath(new URL('../data/snapshots', import.meta.url));

/** The files of each benchmark, generated or read at each call, always with the same bytes. */
const inputs: Readonly<Record<string, () => Uint8Array[]>> = {
  articles: () => Array.from({ length: scaled(200) }, (_, seed) => generateSnapshot(seed, 20)),
  samples: () => filesIn(SAMPLES),
  large: () => {
    const sample = generateSnapshot(1, 1000).byteLength / 1000;
    return [generateSnapshot(1, Math.ceil(LARGE_BYTES / sample))];
  },
  nested: () => [generateNested(scaled(50_000))],
};

/** The names of the inputs that are always measured. Other extractors get only the first two. */
export const INPUTS = ['articles', 'samples', 'large', 'nested'];
export const COMPARED_INPUTS = ['articles', 'samples'];

/** The files of an input, or the snapshots of a folder; throws if there are none. */
export function readInput(input: string): Uint8Array[] {
  const files = inputs[input]?.() ?? filesIn(input);
  if (files.length === 0) throw new Error(`There is no .md, .txt or .html file in ${input}.`);
  return files;
}

/** At most this many files of a folder, evenly spread. */
const MAX_FILES = 250;

function filesIn(folder: string): Uint8Array[] {
  if (statSync(folder).isFile()) return [readFileSync(folder)];
  const names = globSync('**/*.{md,txt,html}', { cwd: folder }).toSorted();
  const step = Math.max(1, Math.floor(names.length / scaled(MAX_FILES)));
  const chosen = names.filter((_, at) => at % step === 0);
  return chosen.map((name) => readFileSync(join(folder, name)));
}
