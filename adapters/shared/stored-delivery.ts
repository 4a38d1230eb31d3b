import type { Delivered, Delivery, Outcome } from '../../src/delivery/delivery.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { parseStoredEdition } from '../../src/digest/stored-edition.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';

/** The stored state. `waiting` is ready now, `delayed` at its `readyAt`; a worker has `taken` it. */
type DeliveryState = 'waiting' | 'delayed' | 'taken' | Outcome;

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

/** Limits of `forChat`: the first pending deliveries, and the last failed, sent and dropped ones. */
export const MAX_LISTED = { pending: 45, failed: 45, sent: 25, dropped: 5 };

/** Only a wrong clock delays a delivery for longer. */
export const MAX_DELAY_MS = 48 * 60 * 60 * 1000;

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

/** The stored edition for another chat. One that cannot be read stays as it is. */
export function moveEdition(edition: string, { platform, chat }: Pick<Address, 'platform' | 'chat'>): string {
  try {
    const stored = JSON.parse(edition) as { to?: object };
    return JSON.stringify({ ...stored, to: { ...stored.to, platform, chat } });
  } catch {
    return edition;
  }
}
