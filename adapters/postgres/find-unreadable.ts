import type { UnreadableEntry } from '../../src/state.ts';
import type { Address } from '../../src/subscription/address.ts';
import { parseStoredSettings, parseStoredSubscription } from '../../src/subscription/stored-subscription.ts';
import { problemOf } from '../shared/row-reader.ts';
import { toDelivery } from '../shared/stored-delivery.ts';
import type { Database } from './database.ts';
import { readRows } from './delivery-rows.ts';

interface Row {
  id: string;
  body: string;
}

/** Everything that cannot be read, or only that of one chat. */
export async function findUnreadable(
  database: Database,
  chat?: Pick<Address, 'platform' | 'chat'>,
): Promise<UnreadableEntry[]> {
  const values = chat === undefined ? [] : [chat.platform, chat.chat];
  const where = chat === undefined ? 'TRUE' : 'platform = $1 AND chat = $2';
  const ofChat = 'FROM subscriptions WHERE';
  const subscriptions = await database.rows<Row>(`SELECT id, body ${ofChat} ${where} ORDER BY number`, ...values);
  const settings = await database.rows<Row>(
    `SELECT platform || ' ' || chat AS id, body FROM chat_settings WHERE ${where}`,
    ...values,
  );
  const deliveries = await readRows(database, `${where} ORDER BY d.number`, ...values);
  return [
    ...subscriptions.flatMap(({ id, body }) =>
      problemOf({ kind: 'subscription', id }, () => parseStoredSubscription(body)),
    ),
    ...settings.flatMap(({ id, body }) => problemOf({ kind: 'settings', id }, () => parseStoredSettings(body))),
    ...deliveries.flatMap((row) => problemOf({ kind: 'delivery', id: row.id }, () => toDelivery(row))),
  ];
}
