import { StoreError } from '../../src/library/store-error.ts';
import type { LibrarySync } from '../../src/library/sync/sync.ts';
import type { Translate } from '../../src/locales/messages.ts';
import type { Log } from './log.ts';

interface ReadLibraryOptions {
  /** The folder, as configured. */
  folder: string;
  log: Pick<Log, 'warn' | 'error'>;
  t: Translate;
  /** Describes an error for the log. */
  describe(error: unknown): string;
}

/**
 * Runs the first sync of the library, and logs what could not be read. The rest is usable. `complete` tells whether
 * everything was read; `sync` is for later runs.
 */
export async function readLibrary<Sync extends LibrarySync>(
  createSync: (warn: (line: string) => void) => Sync,
  { folder, log, t, describe }: ReadLibraryOptions,
): Promise<{ sync: Sync; complete: boolean }> {
  let passedOver = 0;
  const sync = createSync((line) => {
    passedOver += 1;
    log.warn(line);
  });
  try {
    const { files = 0, refused = 0 } = (await sync.run()) ?? {};
    if (refused > 0) log.warn(t('console.refused', { count: refused }));
    if (files === 0 && passedOver === 0) log.warn(t('console.nothing', { folder }));
    return { sync, complete: files > 0 || passedOver === 0 };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.error(describe(error));
    return { sync, complete: false };
  }
}
