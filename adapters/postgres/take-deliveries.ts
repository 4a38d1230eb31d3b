import type { Delivery } from '../../src/delivery/delivery.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { MAX_DELAY_MS, toDelivery } from '../shared/stored-delivery.ts';
import type { Queries } from './database.ts';
import { readRows } from './delivery-rows.ts';

interface Taking {
  platform: string;
  now: Date;
  limit: number;
  /** The instance that takes. */
  by: string;
  /** What this process is sending already. */
  held: readonly string[];
}

/** While another instance sends something to a chat, nothing later is taken for it. */
const NOT_OVERTAKING = `NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.platform = d.platform AND e.chat = d.chat
  AND e.state = 'taken' AND e.number < d.number AND e.instance <> $1)`;

/** Takes deliveries that are ready, in the order of adding. Must run in a transaction. */
export async function takeDeliveries(queries: Queries, rows: RowReader, taking: Taking): Promise<Delivery[]> {
  const { platform, limit, by, held } = taking;
  // One instance at a time: another one would not see yet what this one takes, and overtake it.
  await queries.row(`SELECT pg_advisory_xact_lock(hashtextextended('take ' || current_schema() || $1, 0))`, platform);
  await makeReady(queries, taking);
  const taken: Delivery[] = [];
  for (let last = 0; ; ) {
    const missing = limit - taken.length;
    const found = await readRows(
      queries,
      `d.state = 'waiting' AND d.platform = $2 AND d.number > $3 AND d.id <> ALL($4::text[]) AND ${NOT_OVERTAKING}
       ORDER BY d.number LIMIT $5 FOR UPDATE OF d`,
      by,
      platform,
      last,
      held,
      missing,
    );
    // One that cannot be read waits.
    const readable = found.flatMap((row) => {
      const delivery = rows.read({ kind: 'delivery', id: row.id }, () => toDelivery(row));
      return delivery === undefined ? [] : [{ number: row.number, delivery }];
    });
    const numbers = readable.map(({ number }) => number);
    const sql = `UPDATE deliveries SET state = 'taken', instance = $1 WHERE number = ANY($2::bigint[])`;
    if (numbers.length > 0) await queries.run(sql, by, numbers);
    taken.push(...readable.map(({ delivery }) => delivery));
    last = found.at(-1)?.number ?? last;
    if (found.length < missing || taken.length === limit) return taken;
  }
}

/** Moves delayed deliveries that are due back to their old place. Waiting ones do not depend on the clock. */
async function makeReady(queries: Queries, { platform, now, by, held }: Taking): Promise<void> {
  await queries.run(
    `UPDATE deliveries SET state = 'waiting' WHERE state = 'delayed' AND platform = $1 AND (ready_at <= $2 OR ready_at > $3)`,
    platform,
    now.getTime(),
    now.getTime() + MAX_DELAY_MS,
  );
  // Taken by a transaction whose end this process did not hear of.
  await queries.run(
    `UPDATE deliveries SET state = 'waiting', instance = NULL
     WHERE state = 'taken' AND platform = $1 AND instance = $2 AND id <> ALL($3::text[])`,
    platform,
    by,
    held,
  );
}
