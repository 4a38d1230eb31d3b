import type { State } from '../../src/state.ts';
import { createRateShare } from '../rate-share.ts';
import { createRowReader } from '../row-reader.ts';
import type { StoreDriver } from '../store-driver.ts';
import { openDatabase } from './database.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createFeedStore } from './feed-store.ts';
import { findUnreadable } from './find-unreadable.ts';
import { createInstance } from './instance.ts';
import { createKeyvStore, sweepExpired } from './keyv-store.ts';
import { createLead } from './lead.ts';
import { createLibraryStore } from './library-store.ts';
import { toLabel } from './location.ts';
import { migrate } from './migrate.ts';
import { createShareExchange } from './rate-share.ts';
import { MIGRATIONS } from './schema.ts';
import { openSession } from './session.ts';
import { createSubscriptionStore } from './subscription-store.ts';

/** Opens all state in one PostgreSQL database. */
export async function openPostgresState(
  location: string,
  { createStateStore, report }: Parameters<StoreDriver['open']>[1],
): Promise<State> {
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
    shareRate: (name) =>
      createRateShare({ exchangeShare: createShareExchange(database, name), instance, report, signal: closing.signal }),
    maintain: () => sweepExpired(database),
    unreadable: (chat) => findUnreadable(database, chat),
    async close() {
      closing.abort();
      await instance.stop().catch(report);
      await database.close();
    },
  };
}
