import { articleId, sourceOf } from '../article/address.ts';
import type { PollLimits } from '../feed/poll-interval.ts';
import { FetchError } from '../web/fetch-error.ts';
import type { FetchPage } from '../web/fetch-page.ts';
import { applyReading, withSources } from './apply-reading.ts';
import type { ScheduledEntry } from './collected-entry.ts';
import type { FeedStore } from './feed-store.ts';
import { type FoundFeed, findFeed } from './find-feed.ts';
import { beginFeed, type FeedFailure, type ScheduledFeed } from './followed-feed.ts';
import { findTrouble, nextReading } from './poll-feed.ts';
import type { ReadFeed } from './request-feed.ts';

/** A feed that can be followed, and its entries if it is not followed by anybody yet. */
export interface Followable {
  scheduled: ScheduledFeed;
  entries: ScheduledEntry[];
}

export interface FindDeps {
  feeds: Pick<FeedStore, 'get'>;
  fetch: FetchPage;
  limits: PollLimits;
  now: Date;
}

/** Somebody waits for the answer. */
const TIMEOUT_MS = 9000;
const PEEK_TIMEOUT_MS = 3000;

/**
 * Finds the feed at an address as people type it, or that of the page there, within ten seconds. Its newest entries are
 * backfill.
 */
export async function findFollowable(typed: string, deps: FindDeps): Promise<Followable | { failure: FeedFailure }> {
  const addresses = toAddresses(typed);
  for (const address of addresses) {
    const known = await deps.feeds.get(articleId(address));
    if (known !== undefined) return { scheduled: { feed: known, nextAt: deps.now }, entries: [] };
  }
  const found = await findInTime(addresses, deps);
  return found.kind === 'read' ? await toFollowable(found, deps) : { failure: found.failure };
}

/** Looks at one address after the other while they do not answer. */
async function findInTime(addresses: readonly string[], { fetch, now }: FindDeps): Promise<FoundFeed> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let found: FoundFeed = { kind: 'failed', failure: addresses.length === 0 ? 'bad-address' : 'unreachable' };
  try {
    for (const address of addresses) {
      found = await findFeed(address, { fetch, now, timeoutMs: TIMEOUT_MS, signal });
      if (found.kind === 'read' || found.failure !== 'unreachable') break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return found;
}

/** The web addresses that somebody may mean; without a scheme, a site may have no https, and a word without a dot is none. */
function toAddresses(typed: string): string[] {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^feed:(?:\/\/(?!https?:))?(?:\/\/)?/i, '');
  if (text === '' || /\s/.test(text)) return [];
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  if (!hasScheme && !/[.:。]/u.test(text)) return [];
  const candidates = hasScheme ? [text] : [`https://${text}`, `http://${text}`];
  const urls = candidates.flatMap((candidate) => URL.parse(candidate) ?? []);
  return urls.filter(({ protocol }) => protocol === 'https:' || protocol === 'http:').map(({ href }) => href);
}

async function toFollowable(read: ReadFeed, { feeds, fetch, limits, now }: FindDeps): Promise<Followable> {
  const id = articleId(read.url);
  const known = await feeds.get(id);
  if (known !== undefined) return { scheduled: { feed: known, nextAt: now }, entries: [] };
  const { feed, entries } = applyReading(beginFeed(id, read.url), read, { known: new Set(), now });
  const sources = await resolveSources(read, fetch);
  // Nobody wants to hear that a feed was silent before it was followed.
  const begun = { ...feed, sources, reported: findTrouble(feed, now) };
  return { scheduled: { feed: begun, nextAt: nextReading(begun, { askedMs: read.askedMs, now, limits }) }, entries };
}

/** The hosts of the articles. Links that lead away from the site of the feed may be redirects to it: one is tried. */
async function resolveSources({ feed, url }: ReadFeed, fetch: FetchPage): Promise<string[]> {
  const [main, ...others] = withSources([], feed.entries);
  const own = new Set([url, feed.siteUrl ?? url].map(sourceOf));
  const first = feed.entries.find((entry) => entry.url !== undefined && sourceOf(entry.url) === main)?.url;
  if (main === undefined || first === undefined || own.has(main)) return main === undefined ? [] : [main, ...others];
  const landed = await fetch(first, { timeoutMs: PEEK_TIMEOUT_MS }).catch((error: unknown) => {
    if (error instanceof FetchError) return undefined;
    throw error;
  });
  return [...new Set([landed === undefined ? main : sourceOf(landed.url), main, ...others])];
}
