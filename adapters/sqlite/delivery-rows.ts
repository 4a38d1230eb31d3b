import type { Edition } from '../../src/digest/edition.ts';
import { toStoredEdition } from '../../src/digest/stored-edition.ts';
import type { DeliveryRow } from '../shared/stored-delivery.ts';
import type { Database } from './database.ts';

const SELECT = `SELECT d.number, d.id, d.state, d.readyAt, d.tries, d.reason, d.done, d.addedAt, d.endedAt, d.edition, v.view
  FROM deliveries d LEFT JOIN delivery_views v ON v.number = d.number`;

/** Reads the rows that match `rest`, the SQL after WHERE; the table is `d`. */
export function readRows(database: Database, rest: string, ...values: (string | number)[]): DeliveryRow[] {
  return database.rows<DeliveryRow>(`${SELECT} WHERE ${rest}`, ...values);
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
