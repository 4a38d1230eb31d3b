import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { Arrivals } from '../../src/library/arrivals.ts';
import { createArrivals } from '../../src/library/arrivals.ts';
import { createKeywords, type Keywords } from '../../src/library/keywords.ts';
import { createLibrary, type VersionedLibrary } from '../../src/library/library.ts';
import type { LibraryStore } from '../../src/library/store.ts';
import type { StateStore } from '../../src/state-store.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import { createStateStore } from '../keyv/state-store.ts';
import { openDatabase } from './database.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createGroupCommit } from './group-commit.ts';
import { createKeyvStore, sweepExpired } from './keyv-store.ts';
import { createLibraryStore } from './library-store.ts';
import { MIGRATIONS } from './schema.ts';
import { createSubscriptionStore } from './subscription-store.ts';

/** All that outlives a restart, in one file. */
export interface State {
  library: VersionedLibrary;
  keywords: Keywords;
  /** What `readSnapshots` writes to. */
  store: LibraryStore;
  /** The state kept under a name of its own. */
  states(namespace: string): StateStore;
  subscriptions: SubscriptionStore;
  /** What a process that died had taken stays taken until `release`: that is for the one process that delivers. */
  deliveries: DeliveryQueue;
  arrivals: Arrivals;
  close(): Promise<void>;
}

/** Opens (or makes) the file with all state. Throws one `StoreError` that names the file and says what helps. */
export function openState(path: string): State {
  const database = openDatabase(path, { migrations: MIGRATIONS });
  sweepExpired(database);
  const durable = openDatabase(path, { migrations: MIGRATIONS, durable: true });
  const commits = createGroupCommit(durable);
  const store = createLibraryStore(database);
  return {
    library: createLibrary(store),
    keywords: createKeywords(store),
    store,
    states: (namespace) => createStateStore(createKeyvStore(database, namespace)),
    subscriptions: createSubscriptionStore(durable, commits),
    deliveries: createDeliveryQueue(database, durable, commits),
    arrivals: createArrivals(store),
    async close() {
      commits.flush();
      durable.close();
      database.close();
    },
  };
}
