import type { Edition } from '../../src/digest/edition.ts';
import { toStoredEdition } from '../../src/digest/stored-edition.ts';
import type { DeliveryRow } from '../shared/stored-delivery.ts';
import type { Queries, Value } from './database.ts';

const SELECT = `SELECT d.number, d.id, d.state, d.ready_at AS "readyAt", d.tries, d.reason, d.done, d.added_at AS "addedAt",
  d.ended_at AS "endedAt", d.edition, d.view FROM deliveries d`;

/** Reads the rows that match `rest`, the SQL after WHERE; the table is `d`. */
export function readRows(queries: Queries, rest: string, ...values: Value[]): Promise<DeliveryRow[]> {
  return queries.rows<DeliveryRow>(`${SELECT} WHERE ${rest}`, ...values);
}

/** Adds an edition to be sent at once. Returns whether its id was new. */
export async function addEdition(queries: Queries, edition: Edition, now: Date): Promise<boolean> {
  const { id, subscription, to } = edition;
  const added = await queries.run(
    `INSERT INTO deliveries (id, subscription, platform, chat, state, ready_at, added_at, edition)
     VALUES ($1, $2, $3, $4, 'waiting', $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
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
