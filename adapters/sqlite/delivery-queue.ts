import type { Delivered, Delivery, Outcome } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { RowReader } from '../shared/row-reader.ts';
import {
  type DeliveryRow,
  MAX_DELAY_MS,
  MAX_LISTED,
  PENDING,
  toDelivery,
  toEdition,
} from '../shared/stored-delivery.ts';
import type { Database } from './database.ts';
import { addEdition, readRows } from './delivery-rows.ts';
import type { GroupCommit } from './group-commit.ts';

interface Deps {
  /** Writes what a power cut may undo without harm, such as which deliveries are taken. */
  database: Database;
  durable: Database;
  /** Writes to `durable`. */
  commits: GroupCommit;
  rows: RowReader;
}

/** Stores deliveries in a SQLite file with the schema of `MIGRATIONS`. */
export function createDeliveryQueue({ database, durable, commits, rows }: Deps): DeliveryQueue {
  const { write } = commits;
  const read = (row: DeliveryRow) => readDelivery(row, rows);
  return {
    add: (editions, now) =>
      write(() => {
        for (const edition of editions) addEdition(durable, edition, now);
      }),
    take: (platform, now, limit) => database.write(() => takeReady(database, rows, { platform, now, limit })),
    // Only one process delivers.
    assertHeld: async () => undefined,
    recordProgress: (id, { view, confirmedParts }) => {
      const row = { view: view && JSON.stringify(view), done: JSON.stringify(confirmedParts) };
      return write(() => recordProgress(durable, id, row));
    },
    async retryAt(id, { at, reason, attempts }) {
      const sql = `UPDATE deliveries SET state = 'delayed', readyAt = ?, reason = ?, tries = ?
        WHERE id = ? AND state IN ${PENDING}`;
      await database.write(() => database.run(sql, at.getTime(), reason, attempts, id));
    },
    complete: (id, outcome, ended) => write(() => complete(durable, id, { outcome, ...ended })),
    async release() {
      await database.write(() => database.run(`UPDATE deliveries SET state = 'waiting' WHERE state = 'taken'`));
    },
    mergeUnsent: (subscription, now, merge) => write(() => mergeUnsent(durable, rows, { subscription, now, merge })),
    resend: (id, now) =>
      write(() => {
        const sql = `UPDATE deliveries SET state = 'waiting', readyAt = ?, tries = 0, endedAt = NULL
          WHERE id = ? AND state IN ('failed', 'dropped', 'delayed')`;
        return durable.run(sql, now.getTime(), id) > 0;
      }),
    forChat: async (chat) => readChat(database, chat).flatMap((row) => read(row) ?? []),
    get: async (id) => readRows(database, 'd.id = ?', id).map(read)[0],
    backlog: async (platform) => countBacklog(database, platform),
    deleteEndedBefore: (before) =>
      write(() => void durable.run('DELETE FROM deliveries WHERE endedAt < ?', before.getTime())),
    removeChat: ({ platform, chat }) =>
      write(() => void durable.run('DELETE FROM deliveries WHERE platform = ? AND chat = ?', platform, chat)),
    moveChat: (from, to) => write(() => moveChat(durable, from, to)),
  };
}

/** Moves delayed deliveries that are due back to their old place. Waiting ones do not depend on the clock. */
function takeReady(
  database: Database,
  reader: RowReader,
  { platform, now, limit }: { platform: string; now: Date; limit: number },
): Delivery[] {
  database.run(
    `UPDATE deliveries SET state = 'waiting' WHERE state = 'delayed' AND platform = ? AND (readyAt <= ? OR readyAt > ?)`,
    platform,
    now.getTime(),
    now.getTime() + MAX_DELAY_MS,
  );
  const next = `d.state = 'waiting' AND d.platform = ? AND d.number > ? ORDER BY d.number LIMIT ?`;
  const taken: Delivery[] = [];
  for (let last = 0; ; ) {
    const missing = limit - taken.length;
    const rows = readRows(database, next, platform, last, missing);
    for (const row of rows) {
      const delivery = readDelivery(row, reader);
      last = row.number;
      // One that cannot be read waits.
      if (delivery === undefined) continue;
      database.run(`UPDATE deliveries SET state = 'taken' WHERE number = ?`, row.number);
      taken.push(delivery);
    }
    if (rows.length < missing || taken.length === limit) return taken;
  }
}

function readDelivery(row: DeliveryRow, rows: RowReader): Delivery | Delivered | undefined {
  return rows.read({ kind: 'delivery', id: row.id }, () => toDelivery(row));
}

function recordProgress(database: Database, id: string, { view, done }: { view: string | null; done: string }): void {
  const sql = `UPDATE deliveries SET done = ?1,
      tries = CASE WHEN json_array_length(?1) > json_array_length(done) THEN 0 ELSE tries END
    WHERE id = ?2 AND state IN ${PENDING} RETURNING number`;
  const updated = database.row<{ number: number }>(sql, done, id);
  if (updated === undefined) return;
  if (view === null) database.run('DELETE FROM delivery_views WHERE number = ?', updated.number);
  // The view is much longer than the rest, and seldom changes: write it only then.
  else
    database.run(
      `INSERT INTO delivery_views VALUES (?, ?)
       ON CONFLICT (number) DO UPDATE SET view = excluded.view WHERE view <> excluded.view`,
      updated.number,
      view,
    );
}

interface Completion {
  outcome: Outcome;
  at: Date;
  reason?: string;
}

function complete(database: Database, id: string, { outcome, at, reason }: Completion): void {
  const sql = `UPDATE deliveries SET state = ?, endedAt = ?, reason = ?
    WHERE id = ? AND state IN ${PENDING} RETURNING number`;
  const ended = database.row<{ number: number }>(sql, outcome, at.getTime(), reason ?? null, id);
  const canBeResent = outcome === 'failed' || outcome === 'dropped';
  if (ended && !canBeResent) database.run('DELETE FROM delivery_views WHERE number = ?', ended.number);
}

interface Merging {
  subscription: string;
  now: Date;
  merge: ((unsent: readonly Edition[]) => Edition | undefined) | undefined;
}

function mergeUnsent(database: Database, reader: RowReader, { subscription, now, merge }: Merging): readonly Edition[] {
  const rows = readRows(
    database,
    `d.subscription = ? AND d.state IN ('waiting', 'delayed') ORDER BY d.number`,
    subscription,
  );
  const unsent = rows.filter(({ view, done }) => view === null && done === '[]');
  const editions = unsent.flatMap((row) => reader.read({ kind: 'delivery', id: row.id }, () => toEdition(row)) ?? []);
  const merged = merge?.(editions);
  if (merge && !(merged && addEdition(database, merged, now))) return [];
  for (const { id } of editions) complete(database, id, { outcome: 'merged', at: now });
  return editions;
}

function readChat(database: Database, { platform, chat }: Pick<Address, 'platform' | 'chat'>) {
  const ofChat = (rest: string, limit: number) =>
    readRows(database, `d.platform = ? AND d.chat = ? AND ${rest} LIMIT ?`, platform, chat, limit);
  return [
    ...ofChat(`d.state IN ${PENDING} ORDER BY d.number`, MAX_LISTED.pending),
    ...ofChat(`d.state = 'failed' ORDER BY d.endedAt DESC`, MAX_LISTED.failed),
    ...ofChat(`d.state = 'sent' ORDER BY d.endedAt DESC`, MAX_LISTED.sent),
    ...ofChat(`d.state = 'dropped' AND d.reason IN ('gone', 'forbidden') ORDER BY d.endedAt DESC`, MAX_LISTED.dropped),
  ].sort((a, b) => a.number - b.number);
}

function countBacklog(database: Database, platform: string | undefined) {
  const where = platform === undefined ? '' : 'AND platform = ?';
  const values = platform === undefined ? [] : [platform];
  const count = (states: string) =>
    database.row<{ total: number }>(
      `SELECT count(*) AS total FROM deliveries WHERE state IN ${states} ${where}`,
      ...values,
    )?.total ?? 0;
  const first = (rest: string) =>
    database.row<{ readyAt: number }>(`SELECT readyAt FROM deliveries WHERE ${rest}`, ...values)?.readyAt;
  const next =
    first(`state = 'waiting' ${where} LIMIT 1`) ?? first(`state = 'delayed' ${where} ORDER BY readyAt LIMIT 1`);
  return {
    waiting: count(PENDING),
    failed: count(`('failed')`),
    nextAt: next === undefined ? undefined : new Date(next),
  };
}

function moveChat(
  database: Database,
  from: Pick<Address, 'platform' | 'chat'>,
  { platform, chat }: Pick<Address, 'platform' | 'chat'>,
): void {
  database.run(
    `UPDATE deliveries SET platform = ?, chat = ?, edition =
       CASE WHEN json_valid(edition) THEN json_set(edition, '$.to.platform', ?, '$.to.chat', ?) ELSE edition END
     WHERE platform = ? AND chat = ?`,
    platform,
    chat,
    platform,
    chat,
    from.platform,
    from.chat,
  );
}
