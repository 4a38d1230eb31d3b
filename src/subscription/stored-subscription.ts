import { z } from 'zod';
import { storedAddress, storedSelection } from './stored-parts.ts';
import type { ChatSettings, Subscription } from './subscription.ts';

/** A subscription as JSON in a store. Its field names and values are older than those of `Subscription`, and stay. */
export type StoredSubscription = Omit<Subscription, 'state' | 'suspendedFor' | 'enqueuedUntil' | 'sendEmpty'> & {
  tellEmpty: boolean;
  state: 'active' | 'paused' | 'parked';
  parkedFor: Subscription['suspendedFor'];
  publishedUntil: string;
};

/** Converts a subscription to its stored form, with the keys in their stored order. */
export function toStoredSubscription(subscription: Subscription): StoredSubscription {
  const { sendEmpty, silent, forFollowers, withUpdates, ...others } = subscription;
  const { state, suspendedFor, createdAt, enqueuedUntil, position, sentUntil, ...rest } = others;
  return {
    ...rest,
    tellEmpty: sendEmpty,
    silent,
    forFollowers,
    withUpdates,
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
  const { tellEmpty, silent, forFollowers, withUpdates, ...others } = stored;
  const { state, parkedFor, createdAt, publishedUntil, position, sentUntil, ...rest } = others;
  return {
    ...rest,
    sendEmpty: tellEmpty,
    silent,
    forFollowers,
    withUpdates,
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

/** The settings of a chat as JSON in a store. */
export type StoredSettings = Omit<ChatSettings, 'sendEmpty'> & { tellEmpty?: boolean };

/** Converts settings to their stored form. */
export function toStoredSettings({ sendEmpty, ...rest }: ChatSettings): StoredSettings {
  return { ...rest, ...(sendEmpty !== undefined && { tellEmpty: sendEmpty }) };
}

/** Parses the JSON of a store. Throws if it is not that of settings. */
export function parseStoredSettings(json: string): ChatSettings {
  const { tellEmpty, ...rest } = z.looseObject({}).parse(JSON.parse(json)) as StoredSettings;
  return { ...rest, ...(tellEmpty !== undefined && { sendEmpty: tellEmpty }) };
}
