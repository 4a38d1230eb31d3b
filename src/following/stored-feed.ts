import { z } from 'zod';
import type { CollectedEntry } from './collected-entry.ts';
import type { FollowedFeed } from './followed-feed.ts';

const instant = z.iso.datetime().nullable();
const feedShape = z.looseObject({
  id: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().nullable(),
  sources: z.array(z.string()),
  publishedMs: z.array(z.number()),
  firstReadAt: instant,
  lastReadAt: instant,
  quietReadings: z.number(),
  failures: z.number(),
  failingSince: instant,
});

const entryShape = z.looseObject({
  feed: z.string(),
  key: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  firstSeenAt: z.iso.datetime(),
  state: z.enum(['pending', 'saved', 'failed', 'skipped']),
  attempts: z.number(),
  revisits: z.number(),
});

/** Parses the JSON of a store. Throws if it is not that of a followed feed. */
export function parseStoredFeed(json: string): FollowedFeed {
  const value: unknown = JSON.parse(json);
  feedShape.parse(value);
  return value as FollowedFeed;
}

/** Parses the JSON of a store. Throws if it is not that of an entry. */
export function parseStoredEntry(json: string): CollectedEntry {
  const value: unknown = JSON.parse(json);
  entryShape.parse(value);
  return value as CollectedEntry;
}
