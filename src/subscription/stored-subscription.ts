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
