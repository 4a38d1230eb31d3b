import type { Delivered, Outcome } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { Address } from '../../src/subscription/address.ts';
import { createHeldDeliveries, type HeldDeliveries } from '../shared/held-deliveries.ts';
import type { Instance } from '../shared/instance.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { type DeliveryRow, MAX_LISTED, moveEdition, PENDING, toDelivery } from '../shared/stored-delivery.ts';
import type { Database, Queries } from './database.ts';
import { addEdition, readRows } from './delivery-rows.ts';
import { FREE_DEAD } from './instance-leases.ts';
import { mergeUnsent } from './merge-unsent.ts';
import { takeDeliveries } from './take-deliveries.ts';

interface Deps {
  database: Database;
  instance: Instance;
  rows: RowReader;
}

type Chat = Pick<Address, 'platform' | 'chat'>;
type Progress = Pick<DeliveryQueue, 'take' | 'assertHeld' | 'recordProgress' | 'retryAt' | 'complete' | 'release'>;

/** Stores deliveries in a PostgreSQL database with the schema of `MIGRATIONS`, shared by many instances. */
export function createDeliveryQueue(deps: Deps): DeliveryQueue {
  const { database, rows } = deps;
  const read = (row: DeliveryRow) => rows.read({ kind: 'delivery', id: row.id }, () => toDelivery(row));
  return {
    ...createProgress(deps),
    add: (editions, now) =>
      database.transaction(async (queries) => {
        for (const edition of editions) await addEdition(queries, edition, now);
      }),
    mergeUnsent: (subscription, now, merge) =>
      database.transaction((queries) => mergeUnsent(queries, rows, { subscription, now, merge })),
    async resend(id, now) {
      const sql = `UPDATE deliveries SET state = 'waiting', ready_at = $2, tries = 0, ended_at = NULL
        WHERE id = $1 AND state IN ('failed', 'dropped', 'delayed')`;
      return (await database.run(sql, id, now.getTime())) > 0;
    },
    forChat: async (chat) => (await readChat(database, chat)).flatMap((row) => read(row) ?? []),
    get: async (id) => (await readRows(database, 'd.id = $1', id)).map(read)[0],
    backlog: (platform) => countBacklog(database, platform ?? null),
    async deleteEndedBefore(before) {
      await database.run('DELETE FROM deliveries WHERE ended_at < $1', before.getTime());
    },
    async removeChat({ platform, chat }) {
      await database.run('DELETE FROM deliveries WHERE platform = $1 AND chat = $2', platform, chat);
    },
    moveChat: (from, to) => database.transaction((queries) => moveChat(queries, from, to)),
  };
}

/** What the worker does with deliveries. */
function createProgress({ database, instance, rows }: Deps): Progress {
  const held = createHeldDeliveries(instance);
  const source = { database, held, instance };
  return {
    take: (platform, now, limit) =>
      held.take((by) =>
        database.transaction((queries) =>
          takeDeliveries(queries, rows, { platform, now, limit, by, held: held.ids() }),
        ),
      ),
    assertHeld: async (id) => held.assertHeld(id),
    async recordProgress(id, { view, confirmedParts }) {
      const { isOwn, owner } = ownershipOf(source, id);
      const sql = `UPDATE deliveries SET done = $3::text, view = $4,
          tries = CASE WHEN json_array_length($3::text::json) > json_array_length(done::json) THEN 0 ELSE tries END
        WHERE ${isOwn} AND state IN ${PENDING}`;
      const recorded = await database.run(
        sql,
        ...[id, owner, JSON.stringify(confirmedParts), view && JSON.stringify(view)],
      );
      if (recorded === 0) await assertRemoved(source, id);
    },
    async retryAt(id, { at, reason, attempts }) {
      const { isOwn, owner } = ownershipOf(source, id);
      const sql = `UPDATE deliveries SET state = 'delayed', instance = NULL, ready_at = $3, reason = $4, tries = $5
        WHERE ${isOwn} AND state IN ${PENDING}`;
      await database.run(sql, id, owner, at.getTime(), reason, attempts);
      held.remove(id);
    },
    complete: (id, outcome, ended) => complete(source, id, { outcome, ...ended }),
    async release() {
      await database.run(
        `UPDATE deliveries SET state = 'waiting', instance = NULL WHERE instance = $1`,
        instance.id() ?? '',
      );
      await database.run(FREE_DEAD);
      held.clear();
    },
  };
}

interface Completion {
  outcome: Outcome;
  at: Date;
  reason?: string;
}

/** The deliveries, and which of them this process has taken. */
interface Source extends Pick<Deps, 'database' | 'instance'> {
  held: HeldDeliveries;
}

/** The SQL condition that nobody else holds a delivery, for the placeholder `$1`, and the value of `$2`. */
function ownershipOf({ held, instance }: Source, id: string): { isOwn: string; owner: string } {
  const holder = held.holder(id);
  if (holder !== undefined) return { isOwn: 'id = $1 AND instance = $2', owner: holder };
  return { isOwn: 'id = $1 AND coalesce(instance, $2) = $2', owner: instance.id() ?? '' };
}

/** Rejects with `DeliveryLost` if a delivery that this process has taken still exists; for a change that had no effect. */
async function assertRemoved({ database, held }: Source, id: string): Promise<void> {
  if (!held.has(id)) return;
  if ((await database.row('SELECT 1 FROM deliveries WHERE id = $1', id)) !== undefined) held.lose(id);
  held.remove(id);
}

async function complete(source: Source, id: string, { outcome, at, reason }: Completion): Promise<void> {
  const { database, held } = source;
  const { isOwn, owner } = ownershipOf(source, id);
  const canBeResent = outcome === 'failed' || outcome === 'dropped';
  const ended = await database.run(
    `UPDATE deliveries SET state = $3, instance = NULL, ended_at = $4, reason = $5, view = ${canBeResent ? 'view' : 'NULL'}
     WHERE ${isOwn} AND state IN ${PENDING}`,
    ...[id, owner, outcome, at.getTime(), reason ?? null],
  );
  if (ended === 0 && !(await hasEnded(database, id, { outcome, at }))) await assertRemoved(source, id);
  held.remove(id);
}

/** Whether this very change was made: by a connection that was lost before its answer. */
async function hasEnded(database: Database, id: string, { outcome, at }: Completion): Promise<boolean> {
  const sql = 'SELECT 1 FROM deliveries WHERE id = $1 AND state = $2 AND ended_at = $3';
  return (await database.row(sql, id, outcome, at.getTime())) !== undefined;
}

async function readChat(database: Database, { platform, chat }: Chat): Promise<DeliveryRow[]> {
  const ofChat = (rest: string, limit: number) =>
    readRows(database, `d.platform = $1 AND d.chat = $2 AND ${rest} LIMIT $3`, platform, chat, limit);
  const found = await Promise.all([
    ofChat(`d.state IN ${PENDING} ORDER BY d.number`, MAX_LISTED.pending),
    ofChat(`d.state = 'failed' ORDER BY d.ended_at DESC`, MAX_LISTED.failed),
    ofChat(`d.state = 'sent' ORDER BY d.ended_at DESC`, MAX_LISTED.sent),
    ofChat(`d.state = 'dropped' AND d.reason IN ('gone', 'forbidden') ORDER BY d.ended_at DESC`, MAX_LISTED.dropped),
  ]);
  return found.flat().sort((a, b) => a.number - b.number);
}

async function countBacklog(database: Database, platform: Delivered['edition']['to']['platform'] | null) {
  const counted = await database.row<{ waiting: number; failed: number; free: number | null; delayed: number | null }>(
    `SELECT count(*) FILTER (WHERE state IN ${PENDING}) AS waiting, count(*) FILTER (WHERE state = 'failed') AS failed,
       min(ready_at) FILTER (WHERE state = 'waiting') AS free, min(ready_at) FILTER (WHERE state = 'delayed') AS delayed
     FROM deliveries WHERE state IN ('waiting', 'delayed', 'taken', 'failed') AND platform = coalesce($1, platform)`,
    platform,
  );
  const next = counted?.free ?? counted?.delayed ?? null;
  return {
    waiting: counted?.waiting ?? 0,
    failed: counted?.failed ?? 0,
    nextAt: next === null ? undefined : new Date(next),
  };
}

async function moveChat(queries: Queries, from: Chat, { platform, chat }: Chat): Promise<void> {
  const sql = 'SELECT number, edition FROM deliveries WHERE platform = $1 AND chat = $2 ORDER BY number FOR UPDATE';
  for (const { number, edition } of await queries.rows<DeliveryRow>(sql, from.platform, from.chat)) {
    const moved = 'UPDATE deliveries SET platform = $1, chat = $2, edition = $3 WHERE number = $4';
    await queries.run(moved, platform, chat, moveEdition(edition, { platform, chat }), number);
  }
}
