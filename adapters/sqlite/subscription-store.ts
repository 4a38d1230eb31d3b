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
import type { Database } from './database.ts';
import type { GroupCommit } from './group-commit.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

interface Row {
  id: string;
  body: string;
  nextAt: number | null;
}

interface Source {
  database: Database;
  rows: RowReader;
}

/** Stores subscriptions in a SQLite file with the schema of `MIGRATIONS`. `commits` must write to the same database. */
export function createSubscriptionStore(database: Database, commits: GroupCommit, rows: RowReader): SubscriptionStore {
  const { write } = commits;
  const source = { database, rows };
  return {
    get: async (id) => readOne(source, id)?.subscription,
    // An address may have a server too, which must not widen the search.
    forChat: async ({ platform, chat, thread }) =>
      readPlace(source, { platform, chat, ...(thread !== undefined && { thread }) }),
    inPlace: async (place) => readPlace(source, place),
    save: (subscription, nextAt) => write(() => keep(database, { subscription, nextAt })),
    saveAll: (entries) =>
      write(() => {
        for (const entry of entries) keep(database, entry);
      }),
    change: (id, change) => write(() => changeOne(source, id, change)),
    remove: (id) => write(() => removeOne(source, id)),
    async due(now, limit) {
      const sql = `SELECT id, body FROM subscriptions WHERE state = 'active' AND nextAt <= ?
        ORDER BY nextAt, number LIMIT ? OFFSET ?`;
      return readSome(source, limit, (...range) => database.rows<Row>(sql, now.getTime(), ...range));
    },
    async page(after, limit) {
      const sql = 'SELECT id, body FROM subscriptions WHERE id > ? ORDER BY id LIMIT ? OFFSET ?';
      return readSome(source, limit, (...range) => database.rows<Row>(sql, after, ...range));
    },
    settings: async (chat) => readSettings(source, chat) ?? {},
    saveSettings: (chat, settings) => write(() => keepSettings(database, chat, settings)),
    moveChat: (from, to) => write(() => moveChat(source, from, to)),
    async nextAt(id) {
      const sql = `SELECT nextAt FROM subscriptions WHERE id = ? AND state = 'active'`;
      return toDate(database.row<Row>(sql, id)?.nextAt ?? null) ?? undefined;
    },
    async count() {
      return database.row<{ total: number }>('SELECT count(*) AS total FROM subscriptions')?.total ?? 0;
    },
    async tally() {
      const sql = `SELECT platform, replace(state, 'parked', 'suspended') AS state, count(*) AS subscriptions,
        count(DISTINCT chat) AS chats FROM subscriptions GROUP BY platform, state ORDER BY platform, state`;
      return database.rows<SubscriptionTally>(sql).map((row) => ({ ...row }));
    },
  };
}

function readOne({ database, rows }: Source, id: string): ScheduledSubscription | undefined {
  const found = database.row<Row>('SELECT id, body, nextAt FROM subscriptions WHERE id = ?', id);
  const subscription = found && toSubscription(found, rows);
  return found && subscription && { subscription, nextAt: toDate(found.nextAt) };
}

/** So many readable ones, unless there are fewer. */
function readSome({ rows }: Source, limit: number, query: (limit: number, offset: number) => Row[]): Subscription[] {
  const readable: Subscription[] = [];
  for (let offset = 0; ; ) {
    const missing = limit - readable.length;
    const page = query(missing, offset);
    readable.push(...page.flatMap((row) => toSubscription(row, rows) ?? []));
    offset += page.length;
    if (page.length < missing || readable.length === limit) return readable;
  }
}

/** No limit: people make each of them by a command. */
function readPlace({ database, rows }: Source, place: Place): Subscription[] {
  const conditions = 'server' in place ? { server: place.server } : { chat: place.chat, thread: place.thread };
  const named = Object.entries({ platform: place.platform, ...conditions }).filter(([, value]) => value !== undefined);
  const where = named.map(([column]) => `${column} = ?`).join(' AND ');
  const values = named.map(([, value]) => value ?? '');
  return database
    .rows<Row>(`SELECT id, body FROM subscriptions WHERE ${where} ORDER BY number`, ...values)
    .flatMap((row) => toSubscription(row, rows) ?? []);
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
  source: Source,
  id: string,
  change: (current: ScheduledSubscription) => ScheduledSubscription | undefined,
) {
  const current = readOne(source, id);
  if (current === undefined) return undefined;
  const next = change(current) ?? current;
  if (next !== current) keep(source.database, next);
  return next.subscription;
}

function removeOne(source: Source, id: string): ScheduledSubscription | undefined {
  const removed = readOne(source, id);
  if (removed !== undefined) source.database.run('DELETE FROM subscriptions WHERE id = ?', id);
  return removed;
}

/** Without those that cannot be used; undefined if none can be read. */
function readSettings({ database, rows }: Source, { platform, chat }: Chat): ChatSettings | undefined {
  const sql = 'SELECT body FROM chat_settings WHERE platform = ? AND chat = ?';
  const found = database.row<Row>(sql, platform, chat);
  const row = { kind: 'settings', id: `${platform} ${chat}` } as const;
  if (found === undefined) return {};
  return rows.read(row, () => parseStoredSettings(found.body)) ?? rows.read(row, () => parseUsableSettings(found.body));
}

function keepSettings(database: Database, { platform, chat }: Chat, settings: ChatSettings): void {
  if (Object.keys(settings).length === 0) {
    database.run('DELETE FROM chat_settings WHERE platform = ? AND chat = ?', platform, chat);
    return;
  }
  const body = JSON.stringify(toStoredSettings(settings));
  database.run('INSERT OR REPLACE INTO chat_settings VALUES (?, ?, ?)', platform, chat, body);
}

function moveChat(source: Source, from: Chat, { platform, chat }: Chat): void {
  for (const { id } of readPlace(source, { platform: from.platform, chat: from.chat })) {
    changeOne(source, id, ({ subscription, nextAt }) => ({
      subscription: { ...subscription, to: { ...subscription.to, platform, chat } },
      nextAt,
    }));
  }
  const moved = readSettings(source, from);
  if (moved === undefined) return;
  const settings = { ...moved, ...readSettings(source, { platform, chat }) };
  keepSettings(source.database, from, {});
  keepSettings(source.database, { platform, chat }, settings);
}

function toSubscription({ id, body }: Row, rows: RowReader): Subscription | undefined {
  return rows.read({ kind: 'subscription', id }, () => parseStoredSubscription(body));
}

function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
