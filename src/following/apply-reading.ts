import { sourceOf } from '../article/address.ts';
import type { Feed, FeedEntry } from '../feed/feed.ts';
import { detectLanguage } from '../language/detect-language.ts';
import type { CollectedEntry, EntryText, ScheduledEntry } from './collected-entry.ts';
import type { FollowedFeed } from './followed-feed.ts';
import type { ReadFeed } from './request-feed.ts';

/** What a reading changes. */
export interface AppliedReading {
  feed: FollowedFeed;
  /** The entries that were not known. */
  entries: ScheduledEntry[];
}

/** So many entries of a new feed are collected. */
const BACKFILL = 20;
/** So many new entries are taken from one reading; the others are still new at the next one. */
const MAX_NEW = 200;
/** A feed that links to many sites has some that matter. */
export const MAX_SOURCES = 30;
const MAX_TIMES = 10;
const MAX_TEXT_UNITS = 200_000;
/** What was published earlier than this before a feed was first read is old, even if it turns up later. */
const OLD_MS = 24 * 60 * 60_000;

/**
 * Applies what was read to a feed. At the first reading, its newest entries become backfill and the others are only known;
 * later, each entry that is not `known` is new.
 */
export function applyReading(
  before: FollowedFeed,
  read: ReadFeed,
  { known, now }: { known: ReadonlySet<string>; now: Date },
): AppliedReading {
  const isFirst = before.firstReadAt === null;
  const found = read.feed.entries.filter(({ key }) => !known.has(key));
  const fresh = isFirst ? newestFirst(found) : found.slice(0, MAX_NEW);
  const firstReadAt = before.firstReadAt ?? now.toISOString();
  const oldest = Date.parse(firstReadAt) - OLD_MS;
  const isOld = ({ publishedAt }: FeedEntry) => publishedAt !== undefined && Date.parse(publishedAt) < oldest;
  const { language } = read.feed;
  const entries = fresh.map((entry, at) => {
    const isBackfill = isFirst || isOld(entry);
    const isTaken = !isFirst || at < BACKFILL;
    return toScheduled(entry, { feed: before.id, feedUrl: read.url, language, isBackfill, isTaken, now });
  });
  const isComplete = isFirst || found.length <= MAX_NEW;
  const feed: FollowedFeed = {
    ...before,
    url: read.url,
    title: read.feed.title ?? before.title,
    language: languageOf(read.feed) ?? before.language,
    sources: withSources(before.sources, read.feed.entries),
    // Without them, the rest of the entries comes with the next reading.
    etag: isComplete ? read.etag : null,
    lastModified: isComplete ? read.lastModified : null,
    publishedMs: timesOf(read.feed.entries, { before, isFirst, fresh: fresh.length, nowMs: now.getTime() }),
    quietReadings: fresh.length > 0 ? 0 : before.quietReadings + 1,
    firstReadAt,
    ...afterSuccess(now),
  };
  return { feed, entries };
}

/** What every successful request resets. */
export function afterSuccess(now: Date): Pick<FollowedFeed, 'lastReadAt' | 'failures' | 'failingSince' | 'failure'> {
  return { lastReadAt: now.toISOString(), failures: 0, failingSince: null, failure: null };
}

/** Adds the hosts of these entries, the most frequent first; those that are known keep their places. */
export function withSources(known: readonly string[], entries: readonly Pick<FeedEntry, 'url'>[]): string[] {
  const counts = new Map<string, number>();
  for (const { url } of entries) {
    if (url !== undefined) counts.set(sourceOf(url), (counts.get(sourceOf(url)) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, one], [, other]) => other - one).map(([host]) => host);
  return [...new Set([...known, ...frequent])].slice(0, MAX_SOURCES);
}

/** By date if all have one; else in the order of the feed, which is nearly always the same. */
function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  if (entries.some(({ publishedAt }) => publishedAt === undefined)) return [...entries];
  return entries.toSorted((one, other) => Date.parse(other.publishedAt ?? '') - Date.parse(one.publishedAt ?? ''));
}

interface EntryContext {
  feed: string;
  feedUrl: string;
  language: string | undefined;
  isBackfill: boolean;
  /** Whether its page is collected. */
  isTaken: boolean;
  now: Date;
}

function toScheduled(
  entry: FeedEntry,
  { feed, feedUrl, language, isBackfill, isTaken, now }: EntryContext,
): ScheduledEntry {
  const { key, url } = entry;
  const isCollected = isTaken && url !== undefined;
  const collected: CollectedEntry = {
    feed,
    key,
    url: url ?? feedUrl,
    firstSeenAt: now.toISOString(),
    isBackfill,
    state: isCollected ? 'pending' : 'skipped',
    attempts: 0,
    revisits: 0,
    fingerprint: null,
    text: isCollected ? toText(entry, language) : null,
  };
  return { entry: collected, nextAt: isCollected ? now : null };
}

function toText(entry: FeedEntry, language: string | undefined): EntryText {
  const { title, summary, content, authors, publishedAt, image } = entry;
  return {
    title: title === '' ? null : title,
    summaryHtml: summary?.slice(0, MAX_TEXT_UNITS) ?? null,
    contentHtml: content?.slice(0, MAX_TEXT_UNITS) ?? null,
    authors,
    publishedAt: publishedAt ?? null,
    language: language ?? null,
    image: image ?? null,
  };
}

interface TimeContext {
  before: FollowedFeed;
  isFirst: boolean;
  /** How many entries are new. */
  fresh: number;
  nowMs: number;
}

/** When the last entries were published; of a feed without dates, when they were first seen. */
function timesOf(entries: readonly FeedEntry[], { before, isFirst, fresh, nowMs }: TimeContext): number[] {
  const dated = entries.flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [Date.parse(publishedAt)]));
  const seen = isFirst ? [] : Array.from({ length: Math.min(fresh, MAX_TIMES) }, () => nowMs);
  const times = dated.length > 0 ? dated : [...seen, ...before.publishedMs];
  return times.toSorted((one, other) => other - one).slice(0, MAX_TIMES);
}

/** What a feed is written in: many leave the language of their software in it. */
function languageOf({ entries, language }: Feed): string | null {
  const words = entries.map(
    ({ title, summary = '' }) => `${title}\n${summary.slice(0, 1000).replace(/<[^<>]*>/g, ' ')}`,
  );
  return detectLanguage(words.join('\n'), language ?? null).language;
}
