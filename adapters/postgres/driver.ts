import { createRowReader } from '../row-reader.ts';
import type { StoreDriver } from '../store-driver.ts';
import { storeError } from '../store-failure.ts';
import { openDatabase } from './database.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createFeedStore } from './feed-store.ts';
import { findUnreadable } from './find-unreadable.ts';
import { createInstance } from './instance.ts';
import { createKeyvStore, sweepExpired } from './keyv-store.ts';
import { createLead } from './lead.ts';
import { createLibraryStore } from './library-store.ts';
import { readLocation, toLabel } from './location.ts';
import { migrate } from './migrate.ts';
import { createRateShare } from './rate-share.ts';
import { MIGRATIONS } from './schema.ts';
import { openSession } from './session.ts';
import { openRows } from './store-rows/open-rows.ts';
import { createSubscriptionStore } from './subscription-store.ts';

/** All state in one PostgreSQL database, which any number of processes share; a location is its address. */
export const postgresDriver: StoreDriver = {
  usage: 'Use postgres: with a user and a database, such as postgres://user:password@host/database.',
  parse: readLocation,
  async open(location, { createStateStore, report }) {
    const label = toLabel(location);
    const database = await openDatabase(location, label);
    try {
      await migrate(database, MIGRATIONS);
      await sweepExpired(database);
    } catch (error) {
      await database.close();
      throw error;
    }
    const rows = createRowReader(label, report);
    const instance = createInstance(database, report);
    const closing = new AbortController();
    return {
      articles: createLibraryStore(database, rows),
      states: (namespace) => createStateStore(createKeyvStore(database, namespace)),
      subscriptions: createSubscriptionStore(database, rows),
      feeds: createFeedStore(database, rows),
      deliveries: createDeliveryQueue({ database, instance, rows }),
      lockForDelivery: () => instance.start(),
      lead: createLead({ label, report, openSession: () => openSession(location) }),
      shareRate: (name) => createRateShare({ database, instance, name, report, signal: closing.signal }),
      maintain: () => sweepExpired(database),
      unreadable: (chat) => findUnreadable(database, chat),
      async close() {
        closing.abort();
        await instance.stop().catch(report);
        await database.close();
      },
    };
  },
  async backUp(location) {
    throw storeError('dump', toLabel(location));
  },
  async restore(location) {
    throw storeError('dump', toLabel(location));
  },
  openRows,
};
