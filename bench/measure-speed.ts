import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const SCRIPT = fileURLToPath(new URL('measure-process.ts', import.meta.url));
/** Each parser has two turns, so that a burst of other load hits no one alone. */
const TURNS = 2;

const figures = z.object({
  failed: z.string().optional(),
  files: z.number().default(0),
  megabytes: z.number().default(0),
  seconds: z.number().default(0),
  peakMegabytes: z.number().optional(),
  addedMegabytes: z.number().optional(),
});

/** A line of figures of one parser. */
export interface SpeedLine {
  input: string;
  parser: string;
  failed?: string | undefined;
  files?: number;
  documentsPerSecond?: number;
  megabytesPerSecond?: number;
  /** How many times as many documents Gazette reads in the same time. */
  gazetteIsFaster?: number;
  peakMegabytes?: number | undefined;
  addedMegabytes?: number | undefined;
}

/**
 * Measures parsers on an input, each in processes of its own, in turns. The fastest round counts, in processor time, which
 * other load affects least.
 */
export function measureSpeed(input: string, parsers: readonly string[]): SpeedLine[] {
  const best = new Map<string, z.infer<typeof figures>>();
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const parser of parsers) {
      const found = measureProcess(input, parser);
      const before = best.get(parser);
      if (before === undefined || found.seconds < before.seconds) best.set(parser, found);
    }
  }
  const ours = best.get('gazette')?.seconds ?? 0;
  return parsers.map((parser) => {
    const { failed, files, megabytes, seconds, ...memory } = figures.parse(best.get(parser));
    if (failed !== undefined) return { input, parser, failed };
    return {
      input,
      parser,
      files,
      documentsPerSecond: round(files / seconds),
      megabytesPerSecond: round(megabytes / seconds),
      gazetteIsFaster: round(seconds / ours),
      ...memory,
    };
  });
}

function measureProcess(input: string, parser: string): z.infer<typeof figures> {
  const output = execFileSync(process.execPath, [SCRIPT, input, parser], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return figures.parse(JSON.parse(output));
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
