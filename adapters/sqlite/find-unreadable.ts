import type { UnreadableEntry } from '../../src/state.ts';
import type { Address } from '../../src/subscription/address.ts';
import { parseStoredSettings, parseStoredSubscription } from '../../src/subscription/stored-subscription.ts';
import { problemOf } from '../shared/row-reader.ts';
import { toDelivery } from '../shared/stored-delivery.ts';
import type { Database } from './database.ts';
import { readRows } from './delivery-rows.ts';

/** Everything that cannot be read, or only that of one chat. */
export function findUnreadable(database: Database, chat?: Pick<Address, 'platform' | 'chat'>): UnreadableEntry[] {
  const values = chat === undefined ? [] : [chat.platform, chat.chat];
  const where = chat === undefined ? 'TRUE' : 'platform = ? AND chat = ?';
  const subscriptions = database.rows<{ id: string; body: string }>(
    `SELECT id, body FROM subscriptions WHERE ${where} ORDER BY number`,
    ...values,
  );
  const settings = database.rows<{ id: string; body: string }>(
    `SELECT platform || ' ' || chat AS id, body FROM chat_settings WHERE ${where}`,
    ...values,
  );
  const deliveries = readRows(
    database,
    `${where.replace(/(platform|chat) =/g, 'd.$1 =')} ORDER BY d.number`,
    ...values,
  );
  return [
    ...subscriptions.flatMap(({ id, body }) =>
      problemOf({ kind: 'subscription', id }, () => parseStoredSubscription(body)),
    ),
    ...settings.flatMap(({ id, body }) => problemOf({ kind: 'settings', id }, () => parseStoredSettings(body))),
    ...deliveries.flatMap((row) => problemOf({ kind: 'delivery', id: row.id }, () => toDelivery(row))),
  ];
}
