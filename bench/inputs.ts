import { load } from 'cheerio';
import { parseSnapshot } from '../src/snapshot/parse.ts';
import { generateNested, generateSnapshot } from './generate.ts';
import { scaled } from './scale.ts';

const LARGE_BYTES = scaled(10 * 1024 * 1024);

/** The files of each benchmark, generated at each call, always with the same bytes. */
export const inputs = {
  articles: () => Array.from({ length: scaled(200) }, (_, seed) => generateSnapshot(seed, 20)),
  large: () => {
    const sample = generateSnapshot(1, 1000).byteLength / 1000;
    return [generateSnapshot(1, Math.ceil(LARGE_BYTES / sample))];
  },
  nested: () => [generateNested(scaled(50_000))],
} as const satisfies Record<string, () => Uint8Array[]>;

/** The parsers: Gazette, and as a lower bound the HTML library alone, which only extracts the text. */
export const parsers = {
  gazette: (bytes) => {
    const result = parseSnapshot(bytes);
    if (!result.ok) throw new Error(`A generated snapshot was refused: ${result.error.message}`);
    return result.article.sections.length;
  },
  'cheerio text': (bytes) => load(new TextDecoder().decode(bytes)).text().length,
} as const satisfies Record<string, (bytes: Uint8Array) => number>;

export type Input = keyof typeof inputs;
export type Parser = keyof typeof parsers;
