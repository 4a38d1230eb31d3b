import type { LibraryStore } from '../../src/library/store.ts';
import type { SyncReport } from '../../src/library/sync-snapshots.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { createFolderUpkeep } from '../snapshots/upkeep.ts';
import { createProgress, type ProgressStream } from './progress.ts';

const NOTHING_READ: SyncReport = { files: 0, read: 0, refused: 0, gone: 0 };

interface ReadFolderOptions {
  store: LibraryStore;
  now(): Date;
  signal: AbortSignal;
  /** Where it is said how far it has come; nowhere without it. */
  stream: ProgressStream | undefined;
  audience: Pick<Audience, 't'>;
  /** Gets a line for each part that is passed over. */
  warn(line: string): void;
}

/** Brings a library up to date with a folder, once, and says meanwhile how far it has come. */
export async function readFolder(folder: string, options: ReadFolderOptions): Promise<SyncReport> {
  const { store, now, signal, stream, audience, warn } = options;
  const progress = createProgress(stream, now);
  const upkeep = createFolderUpkeep(folder, {
    store,
    now,
    signal,
    warn(line) {
      progress.end();
      warn(line);
    },
    onProgress: ({ done, total }) => progress.report(() => audience.t('console.reading', { done, total })),
  });
  try {
    return (await upkeep.run()) ?? NOTHING_READ;
  } finally {
    progress.end();
  }
}
