import type { Address } from '../../src/subscription/address.ts';
import type { Place as ChatPlace, ScheduledSubscription } from '../../src/subscription/store.ts';
import { parseStoredSubscription, toStoredSubscription } from '../../src/subscription/stored-subscription.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Place, Transaction } from './transaction.ts';

/** A subscription as it is stored. */
export interface SubscriptionRow {
  number: number;
  to: Pick<Address, 'platform' | 'chat' | 'thread' | 'server'>;
  state: Subscription['state'];
  nextAt: number | null;
  body: string;
}

/** The table, and the sorted set of all ids. */
export const SUBSCRIPTIONS = 'subscriptions';
export const SUBSCRIPTION_IDS = 'subscriptions:ids';
/** Active ones by when they are due. */
export const DUE = 'subscriptions:due';
/** A member for each, which says its platform, state and chat. */
export const TALLY = 'subscriptions:tally';

/** The sorted set of the subscriptions in a place, by their age. */
export function setOf(place: ChatPlace): string {
  const { platform } = place;
  return 'server' in place
    ? `subscriptions:server:${platform}:${place.server}`
    : `subscriptions:chat:${platform}:${place.chat}`;
}

/** Writes a subscription that the transaction has read; a new one gets a number. */
export function putSubscription(
  rows: Transaction,
  { subscription, nextAt }: ScheduledSubscription,
  number: number,
): void {
  const { id, to } = subscription;
  const { state } = subscription;
  const row: SubscriptionRow = {
    number,
    to,
    state,
    nextAt: nextAt?.getTime() ?? null,
    body: JSON.stringify(toStoredSubscription(subscription)),
  };
  keepSubscription(rows, id, row);
}

/** Writes a subscription as it is stored. */
export function keepSubscription(rows: Transaction, id: string, row: SubscriptionRow): void {
  rows.put(SUBSCRIPTIONS, id, { row, places: placesOf(id, row) });
}

function placesOf(id: string, { number, to, state, nextAt }: SubscriptionRow): Place[] {
  const { platform, chat, server } = to;
  return [
    [SUBSCRIPTION_IDS, 0],
    [TALLY, 0, JSON.stringify([platform, state, chat, id])],
    [setOf({ platform, chat }), number],
    ...(server === undefined ? [] : [[setOf({ platform, server }), number] as const]),
    ...(state === 'active' && nextAt !== null ? [[DUE, nextAt] as const] : []),
  ];
}

/** The subscription of a row; undefined, and reported, if it cannot be read. */
export function toSubscription(id: string, row: SubscriptionRow | undefined, reader: RowReader) {
  return row && reader.read({ kind: 'subscription', id }, () => parseStoredSubscription(row.body));
}

/** A subscription with its next check. */
export function toScheduled(
  id: string,
  row: SubscriptionRow | undefined,
  reader: RowReader,
): ScheduledSubscription | undefined {
  const subscription = toSubscription(id, row, reader);
  return row && subscription && { subscription, nextAt: row.nextAt === null ? null : new Date(row.nextAt) };
}
