import { z } from 'zod';
import type { Selection } from '../library/selection.ts';
import { type Language, languages } from '../locales/languages.ts';
import { isZone } from '../schedule/is-zone.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { styles } from './digest-style.ts';
import type { ChatSettings, Subscription } from './subscription.ts';
import { type Toggle, toggles } from './toggles.ts';

/** A subscription without what belongs to its chat. */
export interface PortableSubscription extends Toggle, Pick<Subscription, 'schedule' | 'selection' | 'style'> {
  language: Language;
  paused: boolean;
}

/** What a chat has arranged, to be carried to another chat, on whatever platform. */
export interface PortableSettings {
  settings: ChatSettings;
  subscriptions: readonly PortableSubscription[];
  /** The addresses of the followed feeds. */
  feeds: readonly string[];
}

/** A part of a file that cannot be used. Subscriptions count from 1. */
export type Unusable =
  | { part: 'setting'; name: string }
  | { part: 'subscription'; number: number }
  | { part: 'feed'; address: string }
  /** An unknown time zone, of the settings or of a subscription. */
  | { part: 'zone'; zone: string; number?: number };

/** What a file says, or why it is no file of settings. */
export type SettingsReading =
  | { kind: 'read'; portable: PortableSettings; unusable: readonly Unusable[] }
  | { kind: 'failed'; why: 'not-settings' | 'newer-version' };

const KIND = 'gazette settings';
const VERSION = 1;
/** More than a chat can have, so that what does not fit is counted. */
const MAX_ENTRIES = 200;

/** The text of a file. */
export function composeSettingsFile({ settings, subscriptions, feeds }: PortableSettings): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, settings, subscriptions, feeds }, undefined, 2)}\n`;
}

/** Takes out of a subscription what belongs to its chat. */
export function toPortable(subscription: Subscription): PortableSubscription {
  const { schedule, selection, style, language, sendEmpty, silent, ...others } = subscription;
  const { forFollowers, withUpdates, withEdits, state } = others;
  const toggled = { sendEmpty, silent, forFollowers, withUpdates, withEdits };
  return { schedule, selection, style, language, ...toggled, paused: state === 'paused' };
}

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const quiet = z.object({ from: time, to: time });
const zone = z.string().max(100).refine(isZone, 'zone');
const unique = <Item>(items: readonly Item[]) => [...new Set(items)].sort((one, other) => (one < other ? -1 : 1));
const schedule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('daily'),
    times: z.array(time).min(1).max(24).transform(unique),
    days: z.array(z.int().min(1).max(7)).min(1).max(7).transform(unique),
    zone,
  }),
  z.object({ kind: z.literal('instant'), zone, quiet: quiet.nullable() }),
]) satisfies z.ZodType<Schedule>;
const words = z.array(z.string().trim().min(1).max(100)).max(50);
const selection = z.object({ sources: words, topics: words, without: words }) satisfies z.ZodType<Selection>;
const toggle = z.boolean().default(false);
const portable = z.object({
  schedule,
  selection,
  style: z.enum(styles),
  language: z.enum(languages),
  sendEmpty: toggle,
  silent: toggle,
  forFollowers: toggle,
  withUpdates: toggle,
  withEdits: toggle,
  paused: toggle,
});
const setting = {
  zone,
  language: z.enum(languages),
  quiet,
  ...Object.fromEntries(Object.values(toggles).map((name) => [name, z.boolean()])),
} as const;
const address = z.string().max(2000).refine(isWebAddress);
const frame = z.object({
  kind: z.literal(KIND),
  version: z.int().min(1),
  settings: z.record(z.string(), z.unknown()).default({}),
  subscriptions: z.array(z.unknown()).max(MAX_ENTRIES).default([]),
  feeds: z.array(z.unknown()).max(MAX_ENTRIES).default([]),
});

/** Reads the text of a file, which anybody may have written. What can be used is kept, and the rest named. */
export function parseSettingsFile(text: string): SettingsReading {
  const file = frame.safeParse(parseJson(text));
  if (!file.success) return { kind: 'failed', why: 'not-settings' };
  if (file.data.version > VERSION) return { kind: 'failed', why: 'newer-version' };
  const unusable: Unusable[] = [];
  const settings = readSettings(file.data.settings, unusable);
  const subscriptions = readSubscriptions(file.data.subscriptions, unusable);
  const feeds = readFeeds(file.data.feeds, unusable);
  return { kind: 'read', portable: { settings, subscriptions, feeds }, unusable };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Names that this version does not know are left out. */
function readSettings(stored: Readonly<Record<string, unknown>>, unusable: Unusable[]): ChatSettings {
  const read: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(setting)) {
    const value = stored[name];
    if (value === undefined) continue;
    const result = schema.safeParse(value);
    if (result.success) read[name] = result.data;
    else if (name === 'zone' && typeof value === 'string') unusable.push({ part: 'zone', zone: value });
    else unusable.push({ part: 'setting', name });
  }
  return read;
}

function readSubscriptions(entries: readonly unknown[], unusable: Unusable[]): PortableSubscription[] {
  return entries.flatMap((entry, at) => {
    const { success, data, error } = portable.safeParse(entry);
    if (success) return [data];
    const onlyZone = error.issues.every(({ message, path }) => message === 'zone' && path.at(-1) === 'zone');
    const named = onlyZone ? z.object({ schedule: z.object({ zone: z.string() }) }).safeParse(entry).data : undefined;
    if (named === undefined) unusable.push({ part: 'subscription', number: at + 1 });
    else unusable.push({ part: 'zone', zone: named.schedule.zone, number: at + 1 });
    return [];
  });
}

function readFeeds(entries: readonly unknown[], unusable: Unusable[]): string[] {
  const found = new Set<string>();
  for (const entry of entries) {
    const { success, data } = address.safeParse(entry);
    if (success) found.add(new URL(data).href);
    else unusable.push({ part: 'feed', address: typeof entry === 'string' ? entry : '' });
  }
  return [...found];
}

/** An http(s) address without a user name and password, which could be somebody's secret. */
function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
}
