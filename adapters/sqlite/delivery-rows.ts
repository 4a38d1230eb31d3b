import type { Delivered, Delivery, Outcome } from '../../src/delivery/delivery.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { parseStoredEdition, toStoredEdition } from '../../src/digest/stored-edition.ts';
import type { View } from '../../src/view/view.ts';
import type { Database } from './database.ts';

/** The stored state. `waiting` is ready now, `delayed` at its `readyAt`; a worker has `taken` it. */
export type DeliveryState = 'waiting' | 'delayed' | 'taken' | Outcome;

/** The states of deliveries that have not ended, as SQL. */
export const PENDING = `('waiting', 'delayed', 'taken')`;

/** A delivery as it is stored. */
export interface DeliveryRow {
  number: number;
  id: string;
  state: DeliveryState;
  readyAt: number;
  tries: number;
  reason: string | null;
  done: string;
  addedAt: string;
  endedAt: number | null;
  edition: string;
  view: string | null;
}

const SELECT = `SELECT d.number, d.id, d.state, d.readyAt, d.tries, d.reason, d.done, d.addedAt, d.endedAt, d.edition, v.view
  FROM deliveries d LEFT JOIN delivery_views v ON v.number = d.number`;

/** Reads the rows that match `rest`, the SQL after WHERE; the table is `d`. */
export function readRows(database: Database, rest: string, ...values: (string | number)[]): DeliveryRow[] {
  return database.rows<DeliveryRow>(`${SELECT} WHERE ${rest}`, ...values);
}

/** Converts a row to its delivery. */
export function toDelivery(row: DeliveryRow): Delivery | Delivered {
  const delivery: Delivery = {
    edition: toEdition(row),
    attempts: row.tries,
    view: row.view === null ? null : (JSON.parse(row.view) as View),
    confirmedParts: JSON.parse(row.done) as string[][],
    failureReason: row.reason,
    addedAt: row.addedAt,
  };
  if (isPending(row.state) || row.endedAt === null) return delivery;
  return { ...delivery, outcome: row.state, endedAt: new Date(row.endedAt).toISOString() };
}

function isPending(state: DeliveryState): state is Exclude<DeliveryState, Outcome> {
  return state === 'waiting' || state === 'delayed' || state === 'taken';
}

/** Parses the edition of a row. */
export function toEdition({ edition }: Pick<DeliveryRow, 'edition'>): Edition {
  return parseStoredEdition(edition);
}

/** Adds an edition to be sent at once. Returns whether its id was new. */
export function addEdition(database: Database, edition: Edition, now: Date): boolean {
  const { id, subscription, to } = edition;
  const added = database.run(
    `INSERT INTO deliveries (id, subscription, platform, chat, state, readyAt, addedAt, edition)
     VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    id,
    subscription,
    to.platform,
    to.chat,
    now.getTime(),
    now.toISOString(),
    JSON.stringify(toStoredEdition(edition)),
  );
  return added > 0;
}
