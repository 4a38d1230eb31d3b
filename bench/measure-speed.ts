import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../adapters/process/node-flags.mjs';
import { readInput } from './inputs.ts';
import { type Parse, parsers } from './parsers.ts';
import { scaled } from './scale.ts';

const ROUNDS = 5;
/** A few files are read over and over, until a round has this many. */
const MIN_DOCUMENTS = scaled(100);
/** A larger input is read once in a round. */
const MAX_REPEATED_BYTES = 2_000_000;
/** Another round of a slow parser would take minutes. */
const MAX_SECONDS = 20;

/** A line of figures of one parser. */
export interface SpeedLine {
  input: string;
  parser: string;
  files: number;
  documentsPerSecond?: number;
  megabytesPerSecond?: number;
  /** How many times as many documents Gazette reads in the same time. */
  gazetteIsFaster?: number;
  peakMegabytes?: number;
  addedMegabytes?: number;
  failed?: string;
}

/**
 * Measures parsers on an input. They take turns, in five rounds; the fastest round of each counts, in processor time, which
 * other load affects least. The memory is that of a new process which reads the input once.
 */
export async function measureSpeed(input: string, names: readonly string[], withMemory = true): Promise<SpeedLine[]> {
  const read = readInput(input);
  const isLarge = read.reduce((sum, { byteLength }) => sum + byteLength, 0) > MAX_REPEATED_BYTES;
  const times = isLarge ? 1 : Math.ceil(MIN_DOCUMENTS / read.length);
  const files = Array.from({ length: times }, () => read).flat();
  const megabytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1024 ** 2;
  const seconds = new Map<string, number>();
  const failures = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const before = seconds.get(name) ?? Number.POSITIVE_INFINITY;
      if (failures.has(name) || (round > 0 && before > MAX_SECONDS)) continue;
      const taken = await time(files, parsers[name]);
      if (typeof taken === 'string') failures.set(name, taken);
      else seconds.set(name, Math.min(before, taken));
    }
  }
  const ours = seconds.get('gazette') ?? 0;
  return names.map((parser) => {
    const failed = failures.get(parser);
    if (failed !== undefined) return { input, parser, files: files.length, failed };
    const taken = seconds.get(parser) ?? 0;
    return {
      input,
      parser,
      files: files.length,
      documentsPerSecond: round3(files.length / taken),
      megabytesPerSecond: round3(megabytes / taken),
      gazetteIsFaster: round3(taken / ours),
      ...(withMemory ? measureMemory(input, parser) : {}),
    };
  });
}

/** Seconds of processor time to read all files once; the message of the first error instead. */
async function time(files: readonly Uint8Array[], parse: Parse | undefined): Promise<number | string> {
  const before = process.cpuUsage();
  try {
    for (const bytes of files) await parse?.(bytes);
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

function measureMemory(input: string, parser: string): object {
  const script = fileURLToPath(new URL('peak-memory.ts', import.meta.url));
  const output = execFileSync(process.execPath, [...nodeFlags, script, input, parser], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output) as object;
}

function round3(value: number): number {
  return Number(value.toPrecision(3));
}
