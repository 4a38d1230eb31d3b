import { z } from 'zod';
import { languages } from '../locales/languages.ts';
import { storedAddress, storedQuietHours, storedSelection, storedTime, storedZone } from './stored-parts.ts';
import type { ChatSettings, Subscription } from './subscription.ts';

/** A subscription as JSON in a store. Its field names and values are older than those of `Subscription`, and stay. */
export type StoredSubscription = Omit<
  Subscription,
  'state' | 'suspendedFor' | 'enqueuedUntil' | 'sendEmpty' | 'withEdits'
> & {
  tellEmpty: boolean;
  /** Missing if it is off, as in those of older versions. */
  withEdits?: boolean;
  state: 'active' | 'paused' | 'parked';
  parkedFor: Subscription['suspendedFor'];
  publishedUntil: string;
};

/** Converts a subscription to its stored form, with the keys in their stored order. */
export function toStoredSubscription(subscription: Subscription): StoredSubscription {
  const { sendEmpty, silent, forFollowers, withUpdates, withEdits, ...others } = subscription;
  const { state, suspendedFor, createdAt, enqueuedUntil, position, sentUntil, ...rest } = others;
  return {
    ...rest,
    tellEmpty: sendEmpty,
    silent,
    forFollowers,
    withUpdates,
    ...(withEdits && { withEdits }),
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
  const { tellEmpty, silent, forFollowers, withUpdates, withEdits = false, ...others } = stored;
  const { state, parkedFor, createdAt, publishedUntil, position, sentUntil, ...rest } = others;
  return {
    ...rest,
    sendEmpty: tellEmpty,
    silent,
    forFollowers,
    withUpdates,
    withEdits,
    state: state === 'parked' ? 'suspended' : state,
    suspendedFor: parkedFor,
    createdAt,
    enqueuedUntil: publishedUntil,
    position,
    sentUntil,
  };
}

const schedule = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('daily'),
    times: z.array(storedTime).min(1),
    days: z.array(z.int().min(1).max(7)).min(1),
    zone: storedZone,
  }),
  z.looseObject({ kind: z.literal('instant'), zone: storedZone, quiet: storedQuietHours.nullable() }),
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

const settingsShape = z.looseObject({
  zone: storedZone.optional(),
  language: z.enum(languages).optional(),
  quiet: storedQuietHours.optional(),
  tellEmpty: z.boolean().optional(),
  silent: z.boolean().optional(),
  forFollowers: z.boolean().optional(),
  withUpdates: z.boolean().optional(),
  withEdits: z.boolean().optional(),
});

/** Parses the JSON of a store. Throws if it is not that of settings. */
export function parseStoredSettings(json: string): ChatSettings {
  const value: unknown = JSON.parse(json);
  settingsShape.parse(value);
  return fromStoredSettings(value as StoredSettings);
}

/** Parses the JSON of a store without the settings that cannot be used. Throws if it holds no settings at all. */
export function parseUsableSettings(json: string): ChatSettings {
  const stored = z.looseObject({}).parse(JSON.parse(json));
  const unusable = new Set(settingsShape.safeParse(stored).error?.issues.map(({ path }) => path[0]));
  const usable = Object.entries(stored).filter(([name]) => !unusable.has(name));
  return fromStoredSettings(Object.fromEntries(usable) as StoredSettings);
}

function fromStoredSettings({ tellEmpty, ...rest }: StoredSettings): ChatSettings {
  return { ...rest, ...(tellEmpty !== undefined && { sendEmpty: tellEmpty }) };
}
