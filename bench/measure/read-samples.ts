import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Known, readTruth } from './truth.ts';

const manifest = z.object({
  snapshots: z.array(
    z.object({
      id: z.string(),
      group: z.string(),
      file: z.string(),
      truth: z.string(),
      header: z.object({ url: z.string().nullable() }),
    }),
  ),
});

/** One snapshot with what is known of it. */
export interface Sample {
  id: string;
  group: string;
  bytes: Uint8Array;
  known: Known | undefined;
}

/** Reads a folder of snapshots and truth files, in the order of its `manifest.json`; throws where that is not one. */
export async function readSamples(folder: string): Promise<Sample[]> {
  const { snapshots } = manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return Promise.all(
    snapshots.map(async ({ id, group, file, truth, header }) => {
      const json: unknown = JSON.parse(await readFile(join(folder, truth), 'utf8'));
      return {
        id,
        group,
        bytes: await readFile(join(folder, file)),
        known: readTruth(json, header.url ?? 'https://unknown.example/'),
      };
    }),
  );
}
