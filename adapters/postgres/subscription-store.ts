import type { Address } from '../../src/subscription/address.ts';
import type {
  Place,
  ScheduledSubscription,
  SubscriptionStore,
  SubscriptionTally,
} from '../../src/subscription/store.ts';
import {
  parseStoredSettings,
  parseStoredSubscription,
  parseUsableSettings,
  toStoredSettings,
  toStoredSubscription,
} from '../../src/subscription/stored-subscription.ts';
import type { ChatSettings, Subscription } from '../../src/subscription/subscription.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Database, Queries } from './database.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

interface Row {
  id: string;
  body: string;
  nextAt: number | null;
}

/** Where subscriptions are read: the database, or a transaction. */
interface Source {
  queries: Queries;
  rows: RowReader;
}

/** Stores subscriptions in a PostgreSQL database with the schema of `MIGRATIONS`. */
export function createSubscriptionStore(database: Database, rows: RowReader): SubscriptionStore {
  const source = { queries: database, rows };
  const write = <Result>(work: (source: Source) => Promise<Result>) =>
    database.transaction((queries) => work({ queries, rows }));
  return {
    get: async (id) => (await readOne(source, id))?.subscription,
    // An address may have a server too, which must not widen the search.
    forChat: ({ platform, chat, thread }) =>
      readPlace(source, { platform, chat, ...(thread !== undefined && { thread }) }),
    inPlace: (place) => readPlace(source, place),
    save: (subscription, nextAt) => keep(database, { subscription, nextAt }),
    saveAll: (entries) =>
      write(async ({ queries }) => {
        for (const entry of entries) await keep(queries, entry);
      }),
    change: (id, change) => write((locked) => changeOne(locked, id, change)),
    remove: (id) => write((locked) => removeOne(locked, id)),
    due(now, limit) {
      const sql = `SELECT id, body FROM subscriptions WHERE state = 'active' AND next_at <= $1
        ORDER BY next_at, number LIMIT $2 OFFSET $3`;
      return readSome(source, limit, (...range) => database.rows<Row>(sql, now.getTime(), ...range));
    },
    page(after, limit) {
      const sql = 'SELECT id, body FROM subscriptions WHERE id > $1 ORDER BY id LIMIT $2 OFFSET $3';
      return readSome(source, limit, (...range) => database.rows<Row>(sql, after, ...range));
    },
    settings: async (chat) => (await readSettings(source, chat)) ?? {},
    saveSettings: (chat, settings) => keepSettings(database, chat, settings),
    moveChat: (from, to) => write((locked) => moveChat(locked, from, to)),
    async nextAt(id) {
      const sql = `SELECT next_at AS "nextAt" FROM subscriptions WHERE id = $1 AND state = 'active'`;
      return toDate((await database.row<Row>(sql, id))?.nextAt ?? null) ?? undefined;
    },
    async count() {
      return (await database.row<{ total: number }>('SELECT count(*) AS total FROM subscriptions'))?.total ?? 0;
    },
    tally() {
      const sql = `SELECT platform, replace(state, 'parked', 'suspended') AS state, count(*) AS subscriptions,
        count(DISTINCT chat) AS chats FROM subscriptions GROUP BY platform, 2 ORDER BY platform, 2`;
      return database.rows<SubscriptionTally>(sql);
    },
  };
}

const SELECT_ONE = 'SELECT id, body, next_at AS "nextAt" FROM subscriptions WHERE id = $1';

async function readOne({ queries, rows }: Source, id: string, lock = ''): Promise<ScheduledSubscription | undefined> {
  const found = await queries.row<Row>(`${SELECT_ONE} ${lock}`, id);
  const subscription = found && toSubscription(found, rows);
  return found && subscription && { subscription, nextAt: toDate(found.nextAt) };
}

/** So many readable ones, unless there are fewer. */
async function readSome(
  { rows }: Source,
  limit: number,
  query: (limit: number, offset: number) => Promise<Row[]>,
): Promise<Subscription[]> {
  const readable: Subscription[] = [];
  for (let offset = 0; ; ) {
    const missing = limit - readable.length;
    const page = await query(missing, offset);
    readable.push(...page.flatMap((row) => toSubscription(row, rows) ?? []));
    offset += page.length;
    if (page.length < missing || readable.length === limit) return readable;
  }
}

/** No limit: people make each of them by a command. */
async function readPlace({ queries, rows }: Source, place: Place): Promise<Subscription[]> {
  const conditions = 'server' in place ? { server: place.server } : { chat: place.chat, thread: place.thread };
  const named = Object.entries({ platform: place.platform, ...conditions }).filter(([, value]) => value !== undefined);
  const where = named.map(([column], at) => `${column} = $${at + 1}`).join(' AND ');
  const values = named.map(([, value]) => value ?? '');
  const found = await queries.rows<Row>(`SELECT id, body FROM subscriptions WHERE ${where} ORDER BY number`, ...values);
  return found.flatMap((row) => toSubscription(row, rows) ?? []);
}

async function keep(queries: Queries, { subscription, nextAt }: ScheduledSubscription): Promise<void> {
  const { id, to } = subscription;
  const stored = toStoredSubscription(subscription);
  await queries.run(
    `INSERT INTO subscriptions (id, platform, chat, thread, server, state, next_at, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE SET platform = excluded.platform, chat = excluded.chat, thread = excluded.thread,
       server = excluded.server, state = excluded.state, next_at = excluded.next_at, body = excluded.body`,
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

async function changeOne(
  source: Source,
  id: string,
  change: (current: ScheduledSubscription) => ScheduledSubscription | undefined,
) {
  const current = await readOne(source, id, 'FOR UPDATE');
  if (current === undefined) return undefined;
  const next = change(current) ?? current;
  if (next !== current) await keep(source.queries, next);
  return next.subscription;
}

async function removeOne(source: Source, id: string): Promise<ScheduledSubscription | undefined> {
  const removed = await readOne(source, id, 'FOR UPDATE');
  if (removed !== undefined) await source.queries.run('DELETE FROM subscriptions WHERE id = $1', id);
  return removed;
}

/** Without those that cannot be used; undefined if none can be read. */
async function readSettings({ queries, rows }: Source, { platform, chat }: Chat): Promise<ChatSettings | undefined> {
  const sql = 'SELECT body FROM chat_settings WHERE platform = $1 AND chat = $2';
  const found = await queries.row<{ body: string }>(sql, platform, chat);
  const row = { kind: 'settings', id: `${platform} ${chat}` } as const;
  if (found === undefined) return {};
  return rows.read(row, () => parseStoredSettings(found.body)) ?? rows.read(row, () => parseUsableSettings(found.body));
}

async function keepSettings(queries: Queries, { platform, chat }: Chat, settings: ChatSettings): Promise<void> {
  if (Object.keys(settings).length === 0) {
    await queries.run('DELETE FROM chat_settings WHERE platform = $1 AND chat = $2', platform, chat);
    return;
  }
  const sql = `INSERT INTO chat_settings VALUES ($1, $2, $3)
    ON CONFLICT (platform, chat) DO UPDATE SET body = excluded.body`;
  await queries.run(sql, platform, chat, JSON.stringify(toStoredSettings(settings)));
}

async function moveChat(source: Source, from: Chat, { platform, chat }: Chat): Promise<void> {
  for (const { id } of await readPlace(source, { platform: from.platform, chat: from.chat })) {
    await changeOne(source, id, ({ subscription, nextAt }) => ({
      subscription: { ...subscription, to: { ...subscription.to, platform, chat } },
      nextAt,
    }));
  }
  const moved = await readSettings(source, from);
  if (moved === undefined) return;
  const settings = { ...moved, ...(await readSettings(source, { platform, chat })) };
  await keepSettings(source.queries, from, {});
  await keepSettings(source.queries, { platform, chat }, settings);
}

function toSubscription({ id, body }: Row, rows: RowReader): Subscription | undefined {
  return rows.read({ kind: 'subscription', id }, () => parseStoredSubscription(body));
}

function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
