import { isUnusuallySilent, type PollLimits, pollInterval } from '../feed/poll-interval.ts';
import { type AppliedReading, afterSuccess, applyReading } from './apply-reading.ts';
import type { FeedStore } from './feed-store.ts';
import { findFeed } from './find-feed.ts';
import type { FeedTrouble, FollowedFeed } from './followed-feed.ts';
import { type FeedAnswer, type RequestOptions, requestFeed } from './request-feed.ts';

export interface PollDeps extends Pick<RequestOptions, 'fetch' | 'signal'> {
  feeds: Pick<FeedStore, 'knownKeys' | 'change' | 'prune'>;
  limits: PollLimits;
  now(): Date;
  /** Tells the followers of a feed that something is wrong with it. */
  reportTrouble(feed: FollowedFeed, trouble: FeedTrouble): Promise<void>;
}

const DAY_MS = 24 * 60 * 60_000;
/** What left a feed so long ago does not come back. */
const FORGET_MS = 90 * DAY_MS;

/** Reads a feed, stores its new entries, forgets those that left it long ago, and schedules the next reading. */
export async function pollFeed(before: FollowedFeed, deps: PollDeps): Promise<void> {
  const { feeds, now, fetch, signal } = deps;
  const options = { now: now(), fetch, ...(signal && { signal }) };
  // A setting may name a page.
  const answer: FeedAnswer | Awaited<ReturnType<typeof findFeed>> =
    before.firstReadAt === null ? await findFeed(before.url, options) : await requestFeed(before, options);
  const at = now();
  const { feed, entries, askedMs } = await applyAnswer(before, answer, { feeds, now: at });
  const trouble = findTrouble(feed, at);
  if (trouble !== null && trouble !== feed.reported) await deps.reportTrouble(feed, trouble);
  const nextAt = nextReading(feed, { askedMs, now: at, limits: deps.limits });
  await feeds.change(
    feed.id,
    ({ feed: { sources } }) => ({
      // Others may have been noted meanwhile.
      feed: { ...feed, reported: trouble, sources: [...new Set([...sources, ...feed.sources])] },
      nextAt,
    }),
    entries,
  );
  if (answer.kind !== 'read' || entries.length === 0) return;
  const keys = answer.feed.entries.map(({ key }) => key);
  await feeds.prune(feed.id, { seenBefore: new Date(at.getTime() - FORGET_MS), keys });
}

/** When a feed is read next. */
export function nextReading(
  { publishedMs, quietReadings, failures }: FollowedFeed,
  { askedMs, now, limits }: { askedMs: number; now: Date; limits: PollLimits },
): Date {
  const nowMs = now.getTime();
  return new Date(nowMs + pollInterval({ publishedMs, quietReadings, failures, askedMs, nowMs }, limits));
}

/** What is wrong with a feed: it failed for a day, or published nothing for longer than it ever did. */
export function findTrouble({ failingSince, publishedMs }: FollowedFeed, now: Date): FeedTrouble | null {
  if (failingSince !== null && now.getTime() - Date.parse(failingSince) >= DAY_MS) return 'failing';
  return isUnusuallySilent({ publishedMs, nowMs: now.getTime() }) ? 'silent' : null;
}

type Answer = FeedAnswer | Awaited<ReturnType<typeof findFeed>>;

async function applyAnswer(
  before: FollowedFeed,
  answer: Answer,
  { feeds, now }: Pick<PollDeps, 'feeds'> & { now: Date },
): Promise<AppliedReading & { askedMs: number }> {
  switch (answer.kind) {
    case 'read': {
      const keys = answer.feed.entries.map(({ key }) => key);
      const known = await feeds.knownKeys(before.id, keys);
      const applied = applyReading(before, answer, { known, now });
      // Nobody wants to hear that a feed was silent before it was followed.
      const isNews = before.firstReadAt !== null;
      const feed = isNews ? applied.feed : { ...applied.feed, reported: findTrouble(applied.feed, now) };
      return { ...applied, feed, askedMs: answer.askedMs };
    }
    case 'unchanged':
      return { feed: afterNoChange(before, answer.url, now), entries: [], askedMs: answer.askedMs };
    case 'page':
      return { feed: afterFailure(before, 'no-feed', now), entries: [], askedMs: 0 };
    case 'failed':
      return {
        feed: afterFailure(before, answer.failure, now),
        entries: [],
        askedMs: 'askedMs' in answer ? answer.askedMs : 0,
      };
    default:
      return answer satisfies never;
  }
}

function afterNoChange(before: FollowedFeed, url: string, now: Date): FollowedFeed {
  return { ...before, url, quietReadings: before.quietReadings + 1, ...afterSuccess(now) };
}

function afterFailure(before: FollowedFeed, failure: FollowedFeed['failure'], now: Date): FollowedFeed {
  const failingSince = before.failingSince ?? now.toISOString();
  return { ...before, failures: before.failures + 1, failingSince, failure };
}
