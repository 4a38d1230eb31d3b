import type { Database } from './database.ts';
import { DELIVERIES, type DeliveryRow, putDelivery, stateSet } from './delivery-rows.ts';
import { findLiving } from './find-living.ts';

/** Frees the deliveries of instances whose lease is over, and of one more. */
export async function freeDead(database: Database, also?: string): Promise<void> {
  await database.transaction(async (rows) => {
    const ids = await database.members(stateSet('taken'));
    const taken = (await rows.getMany<DeliveryRow>(DELIVERIES, ids)).filter((row) => row?.state === 'taken');
    const living = await findLiving(
      database,
      taken.flatMap((row) => row?.instance ?? []),
    );
    for (const row of taken) {
      if (row === undefined || (row.instance !== also && living.has(row.instance ?? ''))) continue;
      putDelivery(rows, { ...row, state: 'waiting', instance: null });
    }
  });
}
