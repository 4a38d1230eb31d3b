import type { UnreadableEntry } from '../../src/state.ts';
import type { Address } from '../../src/subscription/address.ts';
import { parseStoredSettings, parseStoredSubscription } from '../../src/subscription/stored-subscription.ts';
import { problemOf } from '../shared/row-reader.ts';
import { toDelivery } from '../shared/stored-delivery.ts';
import { SETTINGS, type SettingsRow, settingsId } from './chat-settings.ts';
import type { Database } from './database.ts';
import { chatSet, DELIVERIES, type DeliveryRow, LISTS, withViews } from './delivery-rows.ts';
import { SUBSCRIPTIONS, type SubscriptionRow, setOf } from './subscription-rows.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

/** Everything that cannot be read, or only that of one chat. */
export async function findUnreadable(database: Database, chat?: Chat): Promise<UnreadableEntry[]> {
  const found: UnreadableEntry[] = [];
  const some = <Row>(table: string, ids: () => Promise<string[]>) =>
    chat === undefined ? database.all<Row>(table) : pick<Row>(database, table, ids);
  const ofChat = (set: (chat: Chat) => string) => async () =>
    chat === undefined ? [] : await database.members(set(chat));
  for await (const { id, row } of some<SubscriptionRow>(SUBSCRIPTIONS, ofChat(setOf)))
    found.push(...problemOf({ kind: 'subscription', id }, () => parseStoredSubscription(row.body)));
  for await (const { id, row } of some<SettingsRow>(SETTINGS, async () =>
    chat === undefined ? [] : [settingsId(chat)],
  ))
    found.push(...problemOf({ kind: 'settings', id }, () => parseStoredSettings(row.body)));
  const deliveries = async () => (await Promise.all(LISTS.map((list) => ofChat((one) => chatSet(list, one))()))).flat();
  for await (const { id, row } of some<DeliveryRow>(DELIVERIES, deliveries)) {
    const [full] = await withViews(database, [row]);
    if (full !== undefined) found.push(...problemOf({ kind: 'delivery', id }, () => toDelivery(full)));
  }
  return found;
}

async function* pick<Row>(
  database: Database,
  table: string,
  find: () => Promise<string[]>,
): AsyncGenerator<{ id: string; row: Row }> {
  const ids = await find();
  const rows = await database.rows<Row>(table, ids);
  for (const [at, id] of ids.entries()) {
    const row = rows[at];
    if (row !== undefined) yield { id, row };
  }
}
