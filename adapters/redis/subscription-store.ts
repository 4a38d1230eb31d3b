import type {
  Place,
  ScheduledSubscription,
  SubscriptionStore,
  SubscriptionTally,
} from '../../src/subscription/store.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { readSettings, SETTINGS, saveSettings, settingsId } from './chat-settings.ts';
import type { Database } from './database.ts';
import {
  DUE,
  putSubscription,
  SUBSCRIPTION_IDS,
  SUBSCRIPTIONS,
  type SubscriptionRow,
  setOf,
  TALLY,
  toScheduled,
  toSubscription,
} from './subscription-rows.ts';
import type { Transaction } from './transaction.ts';

interface Source {
  database: Database;
  reader: RowReader;
}

const MEMBERS_PER_PAGE = 5000;

/** Stores subscriptions in a Redis server. */
export function createSubscriptionStore(database: Database, reader: RowReader): SubscriptionStore {
  const source = { database, reader };
  const { transaction } = database;
  const readOne = async (id: string) => (await database.rows<SubscriptionRow>(SUBSCRIPTIONS, [id]))[0];
  return {
    get: async (id) => toSubscription(id, await readOne(id), reader),
    // An address may have a server too, which must not widen the search.
    forChat: ({ platform, chat, thread }) =>
      readPlace(source, { platform, chat, ...(thread !== undefined && { thread }) }),
    inPlace: (place) => readPlace(source, place),
    save: (subscription, nextAt) => saveAll(source, [{ subscription, nextAt }]),
    saveAll: (entries) => saveAll(source, entries),
    change: (id, change) =>
      transaction(async (rows) => {
        const row = await rows.get<SubscriptionRow>(SUBSCRIPTIONS, id);
        const current = toScheduled(id, row, reader);
        if (row === undefined || current === undefined) return undefined;
        const next = change(current) ?? current;
        if (next !== current) putSubscription(rows, next, row.number);
        return next.subscription;
      }),
    remove: (id) =>
      transaction(async (rows) => {
        const removed = toScheduled(id, await rows.get<SubscriptionRow>(SUBSCRIPTIONS, id), reader);
        if (removed !== undefined) rows.remove(SUBSCRIPTIONS, id);
        return removed;
      }),
    due(now, limit) {
      return readSome(source, limit, (range) => database.members(DUE, { to: now.getTime(), ...range }));
    },
    page(after, limit) {
      const [key, from] = [database.key(SUBSCRIPTION_IDS), after === '' ? '-' : `(${after}`];
      return readSome(source, limit, (range) =>
        database.call('ZRANGEBYLEX', key, from, '+', 'LIMIT', range.offset, range.limit),
      );
    },
    settings: async (chat) => (await readSettings(database, reader, chat)) ?? {},
    saveSettings: (chat, settings) =>
      transaction(async (rows) => {
        await rows.get(SETTINGS, settingsId(chat));
        saveSettings(rows, chat, settings);
      }),
    moveChat: (from, to) => transaction((rows) => moveChat(source, rows, { from, to })),
    async nextAt(id) {
      const row = await readOne(id);
      return row?.state === 'active' && row.nextAt !== null ? new Date(row.nextAt) : undefined;
    },
    count: () => database.count(SUBSCRIPTION_IDS),
    tally: () => tally(database),
  };
}

async function saveAll({ database }: Source, entries: readonly ScheduledSubscription[]): Promise<void> {
  const first = await database.nextNumber(entries.length);
  await database.transaction(async (rows) => {
    const ids = entries.map(({ subscription }) => subscription.id);
    const found = await rows.getMany<SubscriptionRow>(SUBSCRIPTIONS, ids);
    for (const [at, entry] of entries.entries()) putSubscription(rows, entry, found[at]?.number ?? first + at);
  });
}

/** So many readable ones, unless there are fewer. */
async function readSome(
  { database, reader }: Source,
  limit: number,
  find: (range: { offset: number; limit: number }) => Promise<string[]>,
): Promise<Subscription[]> {
  const readable: Subscription[] = [];
  for (let offset = 0; ; ) {
    const missing = limit - readable.length;
    const ids = await find({ offset, limit: missing });
    const rows = await database.rows<SubscriptionRow>(SUBSCRIPTIONS, ids);
    readable.push(...ids.flatMap((id, at) => toSubscription(id, rows[at], reader) ?? []));
    offset += ids.length;
    if (ids.length < missing || readable.length === limit) return readable;
  }
}

/** No limit: people make each of them by a command. */
async function readPlace({ database, reader }: Source, place: Place): Promise<Subscription[]> {
  const ids = await database.members(setOf(place));
  const rows = await database.rows<SubscriptionRow>(SUBSCRIPTIONS, ids);
  const thread = 'server' in place ? undefined : place.thread;
  return ids.flatMap((id, at) => {
    const row = rows[at];
    return thread === undefined || row?.to.thread === thread ? (toSubscription(id, row, reader) ?? []) : [];
  });
}

async function moveChat(
  { database, reader }: Source,
  rows: Transaction,
  {
    from,
    to: { platform, chat },
  }: { from: { platform: string; chat: string }; to: { platform: string; chat: string } },
): Promise<void> {
  const ids = await database.members(setOf({ platform: from.platform, chat: from.chat }));
  const found = await rows.getMany<SubscriptionRow>(SUBSCRIPTIONS, ids);
  for (const [at, id] of ids.entries()) {
    const [row, current] = [found[at], toScheduled(id, found[at], reader)];
    if (row === undefined || current === undefined) continue;
    const { subscription, nextAt } = current;
    const moved = { ...subscription, to: { ...subscription.to, platform, chat } };
    putSubscription(rows, { subscription: moved, nextAt }, row.number);
  }
  const moved = await readSettings(rows, reader, from);
  if (moved === undefined) return;
  const settings = { ...moved, ...(await readSettings(rows, reader, { platform, chat })) };
  saveSettings(rows, from, {});
  saveSettings(rows, { platform, chat }, settings);
}

async function tally(database: Database): Promise<SubscriptionTally[]> {
  const found = new Map<string, SubscriptionTally & { in: Set<string> }>();
  for (let offset = 0; ; offset += MEMBERS_PER_PAGE) {
    const page = await database.members(TALLY, { offset, limit: MEMBERS_PER_PAGE });
    for (const member of page) {
      const [platform, state, chat] = JSON.parse(member) as [string, Subscription['state'], string];
      const counted = found.get(`${platform} ${state}`) ?? {
        platform,
        state,
        subscriptions: 0,
        chats: 0,
        in: new Set(),
      };
      counted.in.add(chat);
      found.set(`${platform} ${state}`, {
        ...counted,
        subscriptions: counted.subscriptions + 1,
        chats: counted.in.size,
      });
    }
    if (page.length < MEMBERS_PER_PAGE) break;
  }
  return [...found.values()].map(({ in: _chats, ...counted }) => counted);
}
