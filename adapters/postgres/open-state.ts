import type { State } from '../../src/state.ts';
import { joinServer } from '../shared/join-server.ts';
import { createRowReader } from '../shared/row-reader.ts';
import type { StoreDriver } from '../shared/store-driver.ts';
import { openDatabase } from './database.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createFeedStore } from './feed-store.ts';
import { findRisks } from './find-risks.ts';
import { findUnreadable } from './find-unreadable.ts';
import { createInstanceLeases } from './instance-leases.ts';
import { createKeyvStore, sweepExpired } from './keyv-store.ts';
import { openClaim } from './lead-claim.ts';
import { createLibraryStore } from './library-store.ts';
import { toLabel } from './location.ts';
import { migrate } from './migrate.ts';
import { createShareExchange } from './rate-share.ts';
import { MIGRATIONS } from './schema.ts';
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
  const { instance, leave, ...membership } = joinServer(
    {
      leases: createInstanceLeases(database),
      openClaim: (task) => openClaim(location, task),
      createShareExchange: (name) => createShareExchange(database, name),
    },
    report,
  );
  return {
    articles: createLibraryStore(database, rows),
    states: (namespace) => createStateStore(createKeyvStore(database, namespace)),
    subscriptions: createSubscriptionStore(database, rows),
    feeds: createFeedStore(database, rows),
    deliveries: createDeliveryQueue({ database, instance, rows }),
    ...membership,
    maintain: () => sweepExpired(database),
    risks: () => findRisks(database),
    unreadable: (chat) => findUnreadable(database, chat),
    async close() {
      await leave();
      await database.close();
    },
  };
}
