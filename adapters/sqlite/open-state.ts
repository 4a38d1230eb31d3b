import { createLibrary, type VersionedLibrary } from '../../src/library/library.ts';
import type { LibraryStore } from '../../src/library/stores.ts';
import type { StateStore } from '../../src/ports.ts';
import { createStateStore } from '../keyv/state-store.ts';
import { openDatabase } from './database.ts';
import { createKeyvStore, sweepExpired } from './keyv-store.ts';
import { createLibraryStore } from './library-store.ts';
import { MIGRATIONS } from './schema.ts';

/** All that outlives a restart, in one file. */
export interface State {
  library: VersionedLibrary;
  /** What `readSnapshots` writes to. */
  store: LibraryStore;
  /** The state kept under a name of its own. */
  states(namespace: string): StateStore;
  close(): Promise<void>;
}

/** Opens (or makes) the file with all state. Throws one `StoreError` that names the file and says what helps. */
export function openState(path: string): State {
  const database = openDatabase(path, { migrations: MIGRATIONS });
  sweepExpired(database);
  const store = createLibraryStore(database);
  return {
    library: createLibrary(store),
    store,
    states: (namespace) => createStateStore(createKeyvStore(database, namespace)),
    async close() {
      database.close();
    },
  };
}
