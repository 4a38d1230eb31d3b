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
  usage: 'Use sqlite: and a file, such as sqlite:data/state.sqlite.',
  parse(rest) {
    const file = rest.replace(/^\/\/(?=\/)/, '');
    return file === '' || file.startsWith('//') ? { problem: 'names no file.' } : { location: file, label: file };
  },
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
