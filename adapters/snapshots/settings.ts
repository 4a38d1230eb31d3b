import { z } from 'zod';
import { defineSettings } from '../../src/config.ts';
import type { SnapshotSource } from './folder-sync.ts';

/** The folders of snapshot files. */
export interface SnapshotsSettings {
  /** The folder that people fill. */
  folder: string;
  /** The folder that captured pages are written to. */
  captured: string;
  /** Both, for the library. */
  sources: readonly SnapshotSource[];
  /** Whether the articles of deleted files stay for ever. */
  keepsDeleted: boolean;
}

/** The settings of the folders of snapshot files. */
export const snapshotsSettings = defineSettings(
  z.object({
    SNAPSHOTS_DIR: z.string().default('data/snapshots'),
    CAPTURED_DIR: z.string().default('data/captured'),
    KEEP_DELETED: z.enum(['yes', 'no'], 'is neither yes nor no.').default('no'),
  }),
  ({ SNAPSHOTS_DIR: folder, CAPTURED_DIR: captured, KEEP_DELETED: keep }): SnapshotsSettings => ({
    folder,
    captured,
    sources: [
      { name: '', path: folder, setting: 'SNAPSHOTS_DIR' },
      { name: 'captured', path: captured },
    ],
    keepsDeleted: keep === 'yes',
  }),
);
