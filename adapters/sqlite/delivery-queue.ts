import type { Delivery, Outcome } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { Database } from './database.ts';
import { addEdition, ON_THE_WAY, readRows, toDelivery, toEdition } from './delivery-rows.ts';
import type { GroupCommit } from './group-commit.ts';

/** What `of` gives at most: of those on their way the first, of those that failed and were sent the last. */
const LISTED = { onTheWay: 45, failed: 45, sent: 10 };

/**
 * Deliveries in a SQLite file with the schema of `MIGRATIONS`. `commits` writes to the same one durably; `database` does what
 * a power cut may undo without harm: then nobody holds what was taken.
 */
export function createDeliveryQueue(database: Database, durable: Database, commits: GroupCommit): DeliveryQueue {
  const { write } = commits;
  return {
    add: (editions, now) =>
      write(() => {
        for (const edition of editions) addEdition(durable, edition, now);
      }),
    take: async (platform, now, limit) => database.transaction(() => takeReady(database, { platform, now, limit })),
    note: (id, { view, done }) => {
      const [viewJson, doneJson] = [view && JSON.stringify(view), JSON.stringify(done)];
      return write(() => noteProgress(durable, id, { view: viewJson, done: doneJson }));
    },
    async again(id, { at, reason, tries }) {
      const sql = `UPDATE deliveries SET state = 'delayed', readyAt = ?, reason = ?, tries = ?
        WHERE id = ? AND state IN ${ON_THE_WAY}`;
      database.run(sql, at.getTime(), reason, tries, id);
    },
    finish: (id, outcome, ended) => write(() => end(durable, id, { outcome, ...ended })),
    async release() {
      database.run(`UPDATE deliveries SET state = 'waiting' WHERE state = 'taken'`);
    },
    absorb: (subscription, now, into) => write(() => absorb(durable, { subscription, now, into })),
    resend: (id, now) =>
      write(() => {
        const sql = `UPDATE deliveries SET state = 'waiting', readyAt = ?, tries = 0, endedAt = NULL
          WHERE id = ? AND state IN ('failed', 'dropped')`;
        return durable.run(sql, now.getTime(), id) > 0;
      }),
    of: async (chat) => readChat(database, chat).map(toDelivery),
    get: async (id) => readRows(database, 'd.id = ?', id).map(toDelivery)[0],
    backlog: async (platform) => countBacklog(database, platform),
    forget: (before) => write(() => void durable.run('DELETE FROM deliveries WHERE endedAt < ?', before.getTime())),
    remove: ({ platform, chat }) =>
      write(() => void durable.run('DELETE FROM deliveries WHERE platform = ? AND chat = ?', platform, chat)),
    move: (from, to) => write(() => moveChat(durable, from, to)),
  };
}

/** Nothing is put off for so long but by a clock that was wrong. */
const LONGEST_DELAY_MS = 48 * 60 * 60 * 1000;

/** A delayed one whose time has come waits with all others, in its old place; no clock that is set back holds those up. */
function takeReady(
  database: Database,
  { platform, now, limit }: { platform: string; now: Date; limit: number },
): Delivery[] {
  database.run(
    `UPDATE deliveries SET state = 'waiting' WHERE state = 'delayed' AND platform = ? AND (readyAt <= ? OR readyAt > ?)`,
    platform,
    now.getTime(),
    now.getTime() + LONGEST_DELAY_MS,
  );
  const first = `d.state = 'waiting' AND d.platform = ? ORDER BY d.number LIMIT ?`;
  const rows = readRows(database, first, platform, limit);
  for (const { number } of rows) database.run(`UPDATE deliveries SET state = 'taken' WHERE number = ?`, number);
  return rows.map(toDelivery);
}

function noteProgress(database: Database, id: string, { view, done }: { view: string | null; done: string }): void {
  const sql = `UPDATE deliveries SET done = ? WHERE id = ? AND state IN ${ON_THE_WAY} RETURNING number`;
  const noted = database.row<{ number: number }>(sql, done, id);
  if (noted === undefined) return;
  if (view === null) database.run('DELETE FROM delivery_views WHERE number = ?', noted.number);
  // A view is many times as long as what else changes with each part of it.
  else
    database.run(
      `INSERT INTO delivery_views VALUES (?, ?)
       ON CONFLICT (number) DO UPDATE SET view = excluded.view WHERE view <> excluded.view`,
      noted.number,
      view,
    );
}

interface Ending {
  outcome: Outcome;
  at: Date;
  reason?: string;
}

function end(database: Database, id: string, { outcome, at, reason }: Ending): void {
  const sql = `UPDATE deliveries SET state = ?, endedAt = ?, reason = ?
    WHERE id = ? AND state IN ${ON_THE_WAY} RETURNING number`;
  const ended = database.row<{ number: number }>(sql, outcome, at.getTime(), reason ?? null, id);
  const again = outcome === 'failed' || outcome === 'dropped';
  if (ended && !again) database.run('DELETE FROM delivery_views WHERE number = ?', ended.number);
}

interface Absorbing {
  subscription: string;
  now: Date;
  into: ((absorbed: readonly Edition[]) => Edition | undefined) | undefined;
}

function absorb(database: Database, { subscription, now, into }: Absorbing): readonly Edition[] {
  const rows = readRows(
    database,
    `d.subscription = ? AND d.state IN ('waiting', 'delayed') ORDER BY d.number`,
    subscription,
  );
  const editions = rows.filter(({ view, done }) => view === null && done === '[]').map(toEdition);
  const merged = into?.(editions);
  if (into && !(merged && addEdition(database, merged, now))) return [];
  for (const { id } of editions) end(database, id, { outcome: 'merged', at: now });
  return editions;
}

function readChat(database: Database, { platform, chat }: Pick<Address, 'platform' | 'chat'>) {
  const ofChat = (rest: string, limit: number) =>
    readRows(database, `d.platform = ? AND d.chat = ? AND ${rest} LIMIT ?`, platform, chat, limit);
  return [
    ...ofChat(`d.state IN ${ON_THE_WAY} ORDER BY d.number`, LISTED.onTheWay),
    ...ofChat(`d.state = 'failed' ORDER BY d.endedAt DESC`, LISTED.failed),
    ...ofChat(`d.state = 'sent' ORDER BY d.endedAt DESC`, LISTED.sent),
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
    waiting: count(ON_THE_WAY),
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
    `UPDATE deliveries SET platform = ?, chat = ?, edition = json_set(edition, '$.to.platform', ?, '$.to.chat', ?)
     WHERE platform = ? AND chat = ?`,
    platform,
    chat,
    platform,
    chat,
    from.platform,
    from.chat,
  );
}
