import type { Delivery } from '../../src/delivery/delivery.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { MAX_DELAY_MS } from '../shared/stored-delivery.ts';
import type { Database } from './database.ts';
import { DELIVERIES, type DeliveryRow, putDelivery, readDeliveries, stateSet } from './delivery-rows.ts';
import type { Transaction } from './transaction.ts';

interface Taking {
  platform: string;
  now: Date;
  limit: number;
  /** The instance that takes. */
  by: string;
  /** Whether this process is sending it already. */
  isHeld(id: string): boolean;
  /** The latest position up to which this process has all articles; infinite if it misses none. */
  reach: number;
}

interface Source {
  database: Database;
  reader: RowReader;
}

/** Takes deliveries that are ready, in the order of adding. */
export async function takeDeliveries(source: Source, taking: Taking): Promise<Delivery[]> {
  const { database } = source;
  await database.transaction((rows) => makeReady(database, rows, taking));
  return await database.transaction((rows) => takeWaiting(source, rows, taking));
}

async function takeWaiting(source: Source, rows: Transaction, taking: Taking): Promise<Delivery[]> {
  const { platform, limit, by } = taking;
  const waiting = stateSet('waiting', platform);
  if ((await source.database.members(waiting, { limit: 1 })).length === 0) return [];
  // One instance at a time: another one would not see yet what this one takes, and overtake it.
  await rows.lock(`take ${platform}`);
  const overtaken = await findOvertaken(source.database, taking);
  const taken: Delivery[] = [];
  for (let offset = 0; ; ) {
    const missing = limit - taken.length;
    const ids = await source.database.members(waiting, { offset, limit: missing });
    const found = await rows.getMany<DeliveryRow>(DELIVERIES, ids);
    const free = found.flatMap((row) => (row?.state === 'waiting' && !taking.isHeld(row.id) ? [row] : []));
    const readable = await readDeliveries(source.database, source.reader, free);
    for (const [at, row] of free.entries()) {
      const delivery = readable[at];
      // One that cannot be read waits.
      if (delivery === undefined || (overtaken.get(row.chat) ?? row.number) < row.number) continue;
      if (delivery.edition.upTo > taking.reach) overtaken.set(row.chat, row.number);
      else {
        putDelivery(rows, { ...row, state: 'taken', instance: by });
        taken.push(delivery);
      }
    }
    offset += ids.length;
    if (ids.length < missing || taken.length === limit) return taken;
  }
}

/** The chats that another instance sends something to, each with its number: nothing later is taken for them meanwhile. */
async function findOvertaken(
  database: Database,
  { platform, by }: Pick<Taking, 'platform' | 'by'>,
): Promise<Map<string, number>> {
  const ids = await database.members(stateSet('taken', platform));
  const chats = new Map<string, number>();
  for (const row of await database.rows<DeliveryRow>(DELIVERIES, ids)) {
    if (row?.state !== 'taken' || row.instance === by) continue;
    chats.set(row.chat, Math.min(row.number, chats.get(row.chat) ?? row.number));
  }
  return chats;
}

/** Moves delayed deliveries that are due back to their old place. Waiting ones do not depend on the clock. */
async function makeReady(
  { members }: Database,
  rows: Transaction,
  { platform, now, by, isHeld }: Taking,
): Promise<void> {
  const nowMs = now.getTime();
  const [due, misdated, taken] = await Promise.all([
    members(stateSet('delayed', platform), { to: nowMs }),
    members(stateSet('delayed', platform), { from: `(${nowMs + MAX_DELAY_MS}` }),
    members(stateSet('taken', platform)),
  ]);
  const found = await rows.getMany<DeliveryRow>(DELIVERIES, [...due, ...misdated, ...taken]);
  for (const row of found) {
    // Taken by a transaction whose end this process did not hear of.
    const isForgotten = row?.state === 'taken' && row.instance === by && !isHeld(row.id);
    if (row?.state === 'delayed' || isForgotten) putDelivery(rows, { ...row, state: 'waiting', instance: null });
  }
}
