import { z } from 'zod';
import { defineSettings } from '../../src/config.ts';

/** The folder of snapshot files. */
export const snapshotsSettings = defineSettings(
  z.object({ SNAPSHOTS_DIR: z.string().default('data/snapshots') }),
  ({ SNAPSHOTS_DIR: folder }) => ({ folder }),
);
