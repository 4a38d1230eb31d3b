import type { Config } from '../../src/config.ts';
import type { LibraryStore } from '../../src/library/store.ts';
import { StoreError } from '../../src/library/store-error.ts';
import type { SyncReport } from '../../src/library/sync-snapshots.ts';
import type { Audience } from '../../src/locales/audience.ts';
import type { Log } from './log.ts';
import type { ProgressStream } from './progress.ts';
import { readFolder } from './read-folder.ts';

/** What a library is read with. */
export interface LibraryReading {
  store: LibraryStore;
  config: Pick<Config, 'snapshotsDir' | 'logLevel'>;
  audience: Pick<Audience, 't'>;
  log: Pick<Log, 'warn' | 'error'>;
  /** Where it is said how far it has come, unless the log is to be quiet. */
  stream: ProgressStream;
  signal: AbortSignal;
  now(): Date;
  /** Words an error for the log. */
  describe(error: unknown): string;
}

/** Reads the library, saying what could not be read; what can be shown is shown even so. Whether all went well. */
export async function readLibrary(reading: LibraryReading): Promise<boolean> {
  const { config, audience, log, describe } = reading;
  let passed = 0;
  const warn = (line: string) => {
    passed += 1;
    log.warn(line);
  };
  try {
    const { files, refused } = await bringUpToDate(reading, warn);
    if (refused > 0) log.warn(audience.t('console.refused', { count: refused }));
    if (files === 0 && passed === 0) log.warn(audience.t('console.nothing', { folder: config.snapshotsDir }));
    return files > 0 || passed === 0;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.error(describe(error));
    return false;
  }
}

/** Reads what is new or changed in the folder; `warn` gets a line for each part that is passed over. */
export async function bringUpToDate(
  { config, stream, ...rest }: Omit<LibraryReading, 'log' | 'describe'>,
  warn: (line: string) => void,
): Promise<SyncReport> {
  const quiet = config.logLevel !== 'info' && config.logLevel !== 'debug';
  return await readFolder(config.snapshotsDir, { ...rest, stream: quiet ? undefined : stream, warn });
}
