import { z } from 'zod';
import { storedAddress, storedSelection } from './stored-parts.ts';
import type { Subscription } from './subscription.ts';

/** A subscription as JSON in a store. Its field names and values are older than those of `Subscription`, and stay. */
export type StoredSubscription = Omit<Subscription, 'state' | 'suspendedFor' | 'enqueuedUntil'> & {
  state: 'active' | 'paused' | 'parked';
  parkedFor: Subscription['suspendedFor'];
  publishedUntil: string;
};

/** Converts a subscription to its stored form, with the keys in their stored order. */
export function toStoredSubscription(subscription: Subscription): StoredSubscription {
  const { state, suspendedFor, createdAt, enqueuedUntil, position, sentUntil, ...rest } = subscription;
  return {
    ...rest,
    state: state === 'suspended' ? 'parked' : state,
    parkedFor: suspendedFor,
    createdAt,
    publishedUntil: enqueuedUntil,
    position,
    sentUntil,
  };
}

/** Converts a stored subscription back. */
export function fromStoredSubscription(stored: StoredSubscription): Subscription {
  const { state, parkedFor, createdAt, publishedUntil, position, sentUntil, ...rest } = stored;
  return {
    ...rest,
    state: state === 'parked' ? 'suspended' : state,
    suspendedFor: parkedFor,
    createdAt,
    enqueuedUntil: publishedUntil,
    position,
    sentUntil,
  };
}

const quietHours = z.object({ from: z.string(), to: z.string() });
const schedule = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('daily'), times: z.array(z.string()), days: z.array(z.number()), zone: z.string() }),
  z.looseObject({ kind: z.literal('instant'), zone: z.string(), quiet: quietHours.nullable() }),
]);
const storedShape = z.looseObject({
  id: z.string(),
  to: storedAddress,
  schedule,
  selection: storedSelection,
  style: z.string(),
  language: z.string(),
  state: z.enum(['active', 'paused', 'parked']),
  publishedUntil: z.iso.datetime(),
  position: z.number(),
});

/** Parses the JSON of a store. Throws if it is not that of a subscription. */
export function parseStoredSubscription(json: string): Subscription {
  const value: unknown = JSON.parse(json);
  // What it is parsed to would have its keys in another order.
  storedShape.parse(value);
  return fromStoredSubscription(value as StoredSubscription);
}
