import type { Delivered, Delivery, Outcome } from '../../src/delivery/delivery.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { View } from '../../src/view/view.ts';
import type { Database } from './database.ts';

/** Where a delivery stands. `waiting` may be tried now, `delayed` at its `readyAt`, `taken` is in somebody's hands. */
export type DeliveryState = 'waiting' | 'delayed' | 'taken' | Outcome;

/** The states of what has not ended, as SQL. */
export const ON_THE_WAY = `('waiting', 'delayed', 'taken')`;

/** A delivery as it is kept. */
export interface DeliveryRow {
  number: number;
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

const SELECT = `SELECT d.number, d.state, d.readyAt, d.tries, d.reason, d.done, d.addedAt, d.endedAt, d.edition, v.view
  FROM deliveries d LEFT JOIN delivery_views v ON v.number = d.number`;

/** The rows that fit; `rest` is what stands behind WHERE, of the table `d`. */
export function readRows(database: Database, rest: string, ...values: (string | number)[]): DeliveryRow[] {
  return database.rows<DeliveryRow>(`${SELECT} WHERE ${rest}`, ...values);
}

/** The delivery that is kept in a row. */
export function toDelivery(row: DeliveryRow): Delivery | Delivered {
  const delivery: Delivery = {
    edition: toEdition(row),
    tries: row.tries,
    view: row.view === null ? null : (JSON.parse(row.view) as View),
    done: JSON.parse(row.done) as string[][],
    reason: row.reason,
    addedAt: row.addedAt,
  };
  if (isOnTheWay(row.state) || row.endedAt === null) return delivery;
  return { ...delivery, outcome: row.state, endedAt: new Date(row.endedAt).toISOString() };
}

function isOnTheWay(state: DeliveryState): state is Exclude<DeliveryState, Outcome> {
  return state === 'waiting' || state === 'delayed' || state === 'taken';
}

/** The edition that is kept in a row. */
export function toEdition({ edition }: Pick<DeliveryRow, 'edition'>): Edition {
  return JSON.parse(edition) as Edition;
}

/** Adds an edition to be sent at once; whether it was not known yet. */
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
    JSON.stringify(edition),
  );
  return added > 0;
}
