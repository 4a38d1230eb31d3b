import { leadAlone } from '../../src/leadership.ts';
import { wholeRate } from '../../src/messaging/rate-limits/rate-share.ts';
import { createRowReader } from '../shared/row-reader.ts';
import type { StoreDriver } from '../shared/store-driver.ts';
import { backUp, restore } from './backup.ts';
import { openDatabase } from './database.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createFeedStore } from './feed-store.ts';
import { findUnreadable } from './find-unreadable.ts';
import { createGroupCommit } from './group-commit.ts';
import { createKeyvStore, sweepExpired } from './keyv-store.ts';
import { createLibraryStore } from './library-store.ts';
import { lockForDelivery } from './process-lock.ts';
import { MIGRATIONS } from './schema.ts';
import { openRows } from './store-rows/open-rows.ts';
import { createSubscriptionStore } from './subscription-store.ts';

/** All state in one SQLite file; a location is the file's path. */
export const sqliteDriver: StoreDriver = {
  usage: 'Use sqlite: and a file, such as sqlite:data/state.sqlite.',
  parse(rest) {
    const file = rest.replace(/^\/\/(?=\/)/, '');
    return file === '' || file.startsWith('//') ? { problem: 'names no file.' } : { location: file, label: file };
  },
  async open(path, { createStateStore, report }) {
    const database = openDatabase(path, { migrations: MIGRATIONS });
    const durable = openDatabase(path, { migrations: MIGRATIONS, durable: true });
    await sweepExpired(database);
    const commits = createGroupCommit(durable);
    const rows = createRowReader(path, report);
    let unlock: (() => void) | undefined;
    return {
      articles: createLibraryStore(database, rows),
      states: (namespace) => createStateStore(createKeyvStore(database, namespace)),
      subscriptions: createSubscriptionStore(durable, commits, rows),
      feeds: createFeedStore(durable, commits, rows),
      deliveries: createDeliveryQueue({ database, durable, commits, rows }),
      async lockForDelivery(now) {
        unlock ??= lockForDelivery(durable, now);
      },
      lead: leadAlone,
      shareRate: () => wholeRate,
      async maintain() {
        database.assertInPlace();
        await sweepExpired(database);
      },
      unreadable: async (chat) => findUnreadable(durable, chat),
      async close() {
        await commits.flush();
        durable.close();
        database.close();
        unlock?.();
      },
    };
  },
  backUp,
  restore: async (path, from) => restore(path, from),
  openRows,
};
