import { ROW_COLUMNS } from '../../shared/row-columns.ts';
import type { Rows, RowTables } from '../../shared/store-rows.ts';
import { SETTINGS, type SettingsRow, settingsId } from '../chat-settings.ts';
import type { Database } from '../database.ts';
import { DELIVERIES, type DeliveryRow, putDelivery, saveView, withViews } from '../delivery-rows.ts';
import { addFollower, FOLLOWERS, type FollowerRow, followerId } from '../feed-followers.ts';
import { ENTRIES, type EntryRow, entryId, FEEDS, type FeedRow, keepEntry, keepFeed } from '../feed-rows.ts';
import { keepSubscription, SUBSCRIPTIONS, type SubscriptionRow } from '../subscription-rows.ts';
import { createRowTable } from './row-table.ts';
import { createStateTable } from './state-table.ts';

type Kind = 'state' | 'settings' | 'subscription' | 'feed' | 'follower' | 'entry' | 'delivery';
/** The name of a state where its rows are moved. */
const [SUSPENDED, PARKED] = ['suspended', 'parked'] as const;

/** All rows of a Redis server but those of the library. */
export function createServerTables(database: Database): Pick<RowTables, Kind> {
  return {
    state: createStateTable(database),
    settings: createRowTable<Rows['settings'], SettingsRow>(database, {
      table: SETTINGS,
      pageSize: ROW_COLUMNS.settings.pageSize,
      idOf: settingsId,
      toRows: async (found) => found.map(({ row }) => row),
      put: async (rows, id, row) => rows.put(SETTINGS, id, { row, places: [] }),
    }),
    subscription: createRowTable<Rows['subscription'], SubscriptionRow>(database, {
      table: SUBSCRIPTIONS,
      pageSize: ROW_COLUMNS.subscription.pageSize,
      idOf: ({ id }) => id,
      toRows: async (found) => found.map(({ id, row }) => fromSubscription(id, row)),
      put: async (rows, id, row) => keepSubscription(rows, id, toSubscription(row)),
    }),
    feed: createRowTable<Rows['feed'], FeedRow>(database, {
      table: FEEDS,
      pageSize: ROW_COLUMNS.feed.pageSize,
      idOf: ({ id }) => id,
      toRows: async (found) => found.map(({ id, row }) => ({ id, ...row })),
      put: async (rows, _, { id, ...row }) => keepFeed(rows, id, row),
    }),
    follower: createRowTable<Rows['follower'], FollowerRow>(database, {
      table: FOLLOWERS,
      pageSize: ROW_COLUMNS.follower.pageSize,
      idOf: ({ feed, ...follower }) => followerId(feed, follower),
      toRows: async (found) => found.map(({ row: { feed, follower } }) => ({ thread: '', ...follower, feed })),
      put: (rows, _, { feed, ...follower }) => addFollower(rows, feed, follower),
    }),
    entry: createRowTable<Rows['entry'], EntryRow>(database, {
      table: ENTRIES,
      pageSize: ROW_COLUMNS.entry.pageSize,
      idOf: ({ feed, key }) => entryId(feed, key),
      toRows: async (found) => found.map(({ row: { firstSeenAt: _seen, ...row } }) => row),
      put: async (rows, _, row) => keepEntry(rows, { ...row, firstSeenAt: readFirstSeen(row.body) }),
    }),
    delivery: createDeliveryTable(database),
  };
}

function fromSubscription(id: string, { number, to, state, nextAt, body }: SubscriptionRow): Rows['subscription'] {
  const { platform, chat, thread = null, server = null } = to;
  return { number, id, platform, chat, thread, server, state: state === SUSPENDED ? PARKED : state, nextAt, body };
}

function toSubscription(row: Rows['subscription']): SubscriptionRow {
  const { number, platform, chat, thread, server, nextAt, body } = row;
  const to = { platform, chat, ...(thread !== null && { thread }), ...(server !== null && { server }) };
  const state = row.state === PARKED ? SUSPENDED : (row.state as SubscriptionRow['state']);
  return { number, to, state, nextAt, body };
}

function createDeliveryTable(database: Database) {
  return createRowTable<Rows['delivery'], DeliveryRow>(database, {
    table: DELIVERIES,
    pageSize: ROW_COLUMNS.delivery.pageSize,
    idOf: ({ id }) => id,
    async toRows(found) {
      const rows = found.map(({ row }) => row);
      const full = await withViews(database, rows);
      return rows.map(({ instance: _by, ...row }, at) => ({
        ...row,
        state: row.state === 'taken' ? 'waiting' : row.state,
        view: full[at]?.view ?? null,
      }));
    },
    async put(rows, id, row) {
      const before = await rows.get<DeliveryRow>(DELIVERIES, id);
      const view = await saveView(rows, { id, view: before?.view ?? null }, row.view);
      putDelivery(rows, { ...row, instance: null, view } as DeliveryRow);
    },
  });
}

/** Of an entry that cannot be read, nothing. */
function readFirstSeen(body: string): string {
  try {
    const { firstSeenAt } = JSON.parse(body) as { firstSeenAt?: unknown };
    return typeof firstSeenAt === 'string' ? firstSeenAt : '';
  } catch {
    return '';
  }
}
