import type { StoreDriver } from '../store-driver.ts';
import { openDatabase } from './database.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createGroupCommit } from './group-commit.ts';
import { createKeyvStore, sweepExpired } from './keyv-store.ts';
import { createLibraryStore } from './library-store.ts';
import { MIGRATIONS } from './schema.ts';
import { createSubscriptionStore } from './subscription-store.ts';

/** All state in one SQLite file; a location is the file's path. */
export const sqliteDriver: StoreDriver = {
  async open(path, createStateStore) {
    const database = openDatabase(path, { migrations: MIGRATIONS });
    sweepExpired(database);
    const durable = openDatabase(path, { migrations: MIGRATIONS, durable: true });
    const commits = createGroupCommit(durable);
    return {
      articles: createLibraryStore(database),
      states: (namespace) => createStateStore(createKeyvStore(database, namespace)),
      subscriptions: createSubscriptionStore(durable, commits),
      deliveries: createDeliveryQueue(database, durable, commits),
      async close() {
        commits.flush();
        durable.close();
        database.close();
      },
    };
  },
};
