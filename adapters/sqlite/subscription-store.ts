import type { Address } from '../../src/subscription/address.ts';
import type { Place, ScheduledSubscription, SubscriptionStore } from '../../src/subscription/store.ts';
import {
  fromStoredSubscription,
  type StoredSubscription,
  toStoredSubscription,
} from '../../src/subscription/stored-subscription.ts';
import type { ChatSettings, Subscription } from '../../src/subscription/subscription.ts';
import type { Database } from './database.ts';
import type { GroupCommit } from './group-commit.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

interface Row {
  body: string;
  nextAt: number | null;
}

/** Stores subscriptions in a SQLite file with the schema of `MIGRATIONS`. `commits` must write to the same database. */
export function createSubscriptionStore(database: Database, commits: GroupCommit): SubscriptionStore {
  const { write } = commits;
  return {
    get: async (id) => readOne(database, id)?.subscription,
    // An address may have a server too, which must not widen the search.
    forChat: async ({ platform, chat, thread }) =>
      readPlace(database, { platform, chat, ...(thread !== undefined && { thread }) }),
    inPlace: async (place) => readPlace(database, place),
    save: (subscription, nextAt) => write(() => keep(database, { subscription, nextAt })),
    saveAll: (entries) =>
      write(() => {
        for (const entry of entries) keep(database, entry);
      }),
    change: (id, change) => write(() => changeOne(database, id, change)),
    remove: (id) => write(() => removeOne(database, id)),
    async due(now, limit) {
      const sql = `SELECT body FROM subscriptions WHERE state = 'active' AND nextAt <= ? ORDER BY nextAt, number LIMIT ?`;
      return database.rows<Row>(sql, now.getTime(), limit).map(toSubscription);
    },
    async page(after, limit) {
      const sql = 'SELECT body FROM subscriptions WHERE id > ? ORDER BY id LIMIT ?';
      return database.rows<Row>(sql, after, limit).map(toSubscription);
    },
    settings: async (chat) => readSettings(database, chat),
    saveSettings: (chat, settings) => write(() => keepSettings(database, chat, settings)),
    moveChat: (from, to) => write(() => moveChat(database, from, to)),
    async nextAt(id) {
      const sql = `SELECT nextAt FROM subscriptions WHERE id = ? AND state = 'active'`;
      return toDate(database.row<Row>(sql, id)?.nextAt ?? null) ?? undefined;
    },
    async count() {
      return database.row<{ total: number }>('SELECT count(*) AS total FROM subscriptions')?.total ?? 0;
    },
  };
}

function readOne(database: Database, id: string): ScheduledSubscription | undefined {
  const found = database.row<Row>('SELECT body, nextAt FROM subscriptions WHERE id = ?', id);
  return found && { subscription: toSubscription(found), nextAt: toDate(found.nextAt) };
}

/** No limit: people make each of them by a command. */
function readPlace(database: Database, place: Place): Subscription[] {
  const conditions = 'server' in place ? { server: place.server } : { chat: place.chat, thread: place.thread };
  const named = Object.entries({ platform: place.platform, ...conditions }).filter(([, value]) => value !== undefined);
  const where = named.map(([column]) => `${column} = ?`).join(' AND ');
  const values = named.map(([, value]) => value ?? '');
  return database
    .rows<Row>(`SELECT body FROM subscriptions WHERE ${where} ORDER BY number`, ...values)
    .map(toSubscription);
}

function keep(database: Database, { subscription, nextAt }: ScheduledSubscription): void {
  const { id, to } = subscription;
  const stored = toStoredSubscription(subscription);
  database.run(
    `INSERT INTO subscriptions (id, platform, chat, thread, server, state, nextAt, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET platform = excluded.platform, chat = excluded.chat, thread = excluded.thread,
       server = excluded.server, state = excluded.state, nextAt = excluded.nextAt, body = excluded.body`,
    id,
    to.platform,
    to.chat,
    to.thread ?? null,
    to.server ?? null,
    stored.state,
    nextAt?.getTime() ?? null,
    JSON.stringify(stored),
  );
}

function changeOne(
  database: Database,
  id: string,
  change: (current: ScheduledSubscription) => ScheduledSubscription | undefined,
) {
  const current = readOne(database, id);
  if (current === undefined) return undefined;
  const next = change(current) ?? current;
  if (next !== current) keep(database, next);
  return next.subscription;
}

function removeOne(database: Database, id: string): ScheduledSubscription | undefined {
  const removed = readOne(database, id);
  database.run('DELETE FROM subscriptions WHERE id = ?', id);
  return removed;
}

function readSettings(database: Database, { platform, chat }: Chat): ChatSettings {
  const sql = 'SELECT body FROM chat_settings WHERE platform = ? AND chat = ?';
  const found = database.row<Row>(sql, platform, chat);
  return found ? (JSON.parse(found.body) as ChatSettings) : {};
}

function keepSettings(database: Database, { platform, chat }: Chat, settings: ChatSettings): void {
  if (Object.keys(settings).length === 0) {
    database.run('DELETE FROM chat_settings WHERE platform = ? AND chat = ?', platform, chat);
    return;
  }
  database.run('INSERT OR REPLACE INTO chat_settings VALUES (?, ?, ?)', platform, chat, JSON.stringify(settings));
}

function moveChat(database: Database, from: Chat, { platform, chat }: Chat): void {
  for (const { id } of readPlace(database, { platform: from.platform, chat: from.chat })) {
    changeOne(database, id, ({ subscription, nextAt }) => ({
      subscription: { ...subscription, to: { ...subscription.to, platform, chat } },
      nextAt,
    }));
  }
  const settings = { ...readSettings(database, from), ...readSettings(database, { platform, chat }) };
  keepSettings(database, from, {});
  keepSettings(database, { platform, chat }, settings);
}

function toSubscription({ body }: Row): Subscription {
  return fromStoredSubscription(JSON.parse(body) as StoredSubscription);
}

function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
