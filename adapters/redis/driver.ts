import type { StoreError } from '../../src/library/store-error.ts';
import { joinServer } from '../shared/join-server.ts';
import type { LocalLibrary, OpenLocalLibrary } from '../shared/local-library.ts';
import { createRowReader } from '../shared/row-reader.ts';
import type { OpenOptions, StoreDriver } from '../shared/store-driver.ts';
import { storeError } from '../shared/store-failure.ts';
import { type Database, openDatabase } from './database.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createFeedStore } from './feed-store.ts';
import { findRisks } from './find-risks.ts';
import { findUnreadable } from './find-unreadable.ts';
import { createInstanceLeases } from './instance-leases.ts';
import { createKeyvStore, sweepExpired } from './keyv-store.ts';
import { createClaim } from './lead-claim.ts';
import { parseLocation, readLocation } from './location.ts';
import { createPositions } from './positions.ts';
import { createShareExchange } from './rate-share.ts';
import { createSharedLibrary } from './shared-library.ts';
import { openRows } from './store-rows/open-rows.ts';
import { createSubscriptionStore } from './subscription-store.ts';

/** The version of what is stored. */
const VERSION = 1;

/**
 * All state but the library in one Redis server, which any number of processes share; a location is its address. The library is
 * a file of each process, with positions that all of them share.
 */
export function createRedisDriver(scheme: 'redis' | 'rediss', openLibrary: OpenLocalLibrary): StoreDriver {
  return {
    usage:
      'Use redis: or rediss: with a server and the number of a database, such as redis://user:password@host:6379/0.',
    parse: (rest) => readLocation(scheme, rest),
    async open(location, options) {
      const parsed = parseLocation(location);
      const database = openDatabase(parsed);
      try {
        await assertVersion(database);
        await sweepExpired(database);
        const local = await openLibrary(parsed.library, options.report);
        return await openState({ database, local, file: parsed.library }, options);
      } catch (error) {
        await database.close();
        throw error;
      }
    },
    async backUp(location) {
      throw storeError('server-backup', parseLocation(location).label);
    },
    async restore(location) {
      throw storeError('server-backup', parseLocation(location).label);
    },
    openRows: (location, options) => openRows(location, { ...options, openLibrary }),
  };
}

/** Another version may have written it. */
async function assertVersion({ call, key, label }: Database): Promise<void> {
  await call('SET', key('version'), VERSION, 'NX');
  if (Number(await call<string>('GET', key('version'))) > VERSION) throw storeError('newer', label);
}

interface Parts {
  database: Database;
  local: LocalLibrary;
  /** The file of the library. */
  file: string;
}

async function openState(
  { database, local, file }: Parts,
  { createStateStore, report }: OpenOptions,
): ReturnType<StoreDriver['open']> {
  const reader = createRowReader(database.label, report);
  const { instance, leave, ...membership } = joinServer(
    {
      leases: createInstanceLeases(database),
      openClaim: async (task) => createClaim(database, task),
      createShareExchange: (name) => createShareExchange(database, name),
    },
    report,
  );
  const library = createSharedLibrary(local, createPositions(database));
  const obstacle = () => (library.isStarved() ? storeError('no-articles', file) : undefined);
  let reported: StoreError | undefined;
  return {
    articles: library.store,
    states: (namespace) => createStateStore(createKeyvStore(database, namespace)),
    subscriptions: createSubscriptionStore(database, reader),
    feeds: createFeedStore(database, reader),
    deliveries: createDeliveryQueue({ database, instance, reader, reach: library.reach }),
    ...membership,
    async maintain() {
      await local.assertInPlace();
      await sweepExpired(database);
      const found = obstacle();
      if (found !== undefined && reported === undefined) report(found);
      reported = found;
    },
    obstacle,
    unreadable: (chat) => findUnreadable(database, chat),
    risks: () => findRisks(database),
    async close() {
      await leave();
      await database.close();
      await local.close();
    },
  };
}
