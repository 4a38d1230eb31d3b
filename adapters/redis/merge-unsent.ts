import { createHash } from 'node:crypto';
import type { Edition } from '../../src/digest/edition.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { toEdition } from '../shared/stored-delivery.ts';
import type { Database } from './database.ts';
import { addEdition, DELIVERIES, type DeliveryRow, putDelivery, unsentSet } from './delivery-rows.ts';
import type { Transaction } from './transaction.ts';

interface Merging {
  subscription: string;
  now: Date;
  merge: ((unsent: readonly Edition[]) => Edition | undefined) | undefined;
}

/** As `DeliveryQueue.mergeUnsent`. */
export async function mergeUnsent(
  database: Database,
  reader: RowReader,
  { subscription, now, merge }: Merging,
): Promise<readonly Edition[]> {
  const number = merge === undefined ? 0 : await database.nextNumber();
  return await database.transaction(async (rows) => {
    // Two instances that merge at once would not see what the other one adds.
    await rows.lock(`merge ${bucketOf(subscription)}`);
    const unsent = await readUnsent(database, rows, subscription);
    const readable = unsent.flatMap((row) => {
      const edition = reader.read({ kind: 'delivery', id: row.id }, () => toEdition(row));
      return edition === undefined ? [] : [{ row, edition }];
    });
    const editions = readable.map(({ edition }) => edition);
    const merged = merge?.(editions);
    if (merge && !(merged && (await addEdition(rows, merged, { number, now })))) return [];
    const ended = { state: 'merged', endedAt: now.getTime(), reason: null } as const;
    for (const { row } of readable) putDelivery(rows, { ...row, ...ended });
    return editions;
  });
}

async function readUnsent(database: Database, rows: Transaction, subscription: string): Promise<DeliveryRow[]> {
  const found = await rows.getMany<DeliveryRow>(DELIVERIES, await database.members(unsentSet(subscription)));
  const isUnsent = ({ state, view, done }: DeliveryRow) =>
    (state === 'waiting' || state === 'delayed') && view === null && done === '[]';
  return found.flatMap((row) => (row !== undefined && isUnsent(row) ? [row] : []));
}

/** So that the locks of subscriptions that are gone do not stay for ever. */
function bucketOf(subscription: string): string {
  return createHash('sha256').update(subscription).digest('hex').slice(0, 3);
}
