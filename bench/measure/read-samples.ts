import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type GroundTruth, readTruth } from './ground-truth.ts';

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

/** A snapshot with its ground truth. */
export interface Sample {
  id: string;
  group: string;
  bytes: Uint8Array;
  expected: GroundTruth | undefined;
}

/** Reads a folder of snapshots and truth files, in the order of its `manifest.json`; throws if that is invalid. */
export async function readSamples(folder: string): Promise<Sample[]> {
  const { snapshots } = manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return Promise.all(
    snapshots.map(async ({ id, group, file, truth, header }) => {
      const json: unknown = JSON.parse(await readFile(join(folder, truth), 'utf8'));
      return {
        id,
        group,
        bytes: await readFile(join(folder, file)),
        expected: readTruth(json, header.url ?? 'https://unknown.example/'),
      };
    }),
  );
}
