import type { Edition } from '../../src/digest/edition.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { toEdition } from '../shared/stored-delivery.ts';
import type { Queries } from './database.ts';
import { addEdition, readRows } from './delivery-rows.ts';

interface Merging {
  subscription: string;
  now: Date;
  merge: ((unsent: readonly Edition[]) => Edition | undefined) | undefined;
}

/** As `DeliveryQueue.mergeUnsent`. Must run in a transaction. */
export async function mergeUnsent(
  queries: Queries,
  rows: RowReader,
  { subscription, now, merge }: Merging,
): Promise<readonly Edition[]> {
  // Two instances that merge at once would not see what the other one adds.
  await queries.row(
    `SELECT pg_advisory_xact_lock(hashtextextended('merge ' || current_schema() || $1, 0))`,
    subscription,
  );
  const unsent = await readRows(
    queries,
    `d.subscription = $1 AND d.state IN ('waiting', 'delayed') AND d.view IS NULL AND d.done = '[]'
     ORDER BY d.number FOR UPDATE OF d`,
    subscription,
  );
  const editions = unsent.flatMap((row) => rows.read({ kind: 'delivery', id: row.id }, () => toEdition(row)) ?? []);
  const merged = merge?.(editions);
  if (merge && !(merged && (await addEdition(queries, merged, now)))) return [];
  const ids = editions.map(({ id }) => id);
  const sql = `UPDATE deliveries SET state = 'merged', ended_at = $1, reason = NULL WHERE id = ANY($2::text[])`;
  if (ids.length > 0) await queries.run(sql, now.getTime(), ids);
  return editions;
}
