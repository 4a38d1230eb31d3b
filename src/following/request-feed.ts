import type { Feed } from '../feed/feed.ts';
import { parseFeed } from '../feed/parse-feed.ts';
import { FetchError, type FetchFailure } from '../web/fetch-error.ts';
import type { Fetched, FetchPage } from '../web/fetch-page.ts';
import type { FeedFailure, FollowedFeed } from './followed-feed.ts';
import { requestedPause } from './requested-pause.ts';

/** A feed as it was read. */
export interface ReadFeed extends Pick<FollowedFeed, 'url' | 'etag' | 'lastModified'> {
  feed: Feed;
  /** The pause until the next request that the server asked for, in milliseconds. */
  askedMs: number;
}

/** What came of asking for a feed. */
export type FeedAnswer =
  | ({ kind: 'read' } & ReadFeed)
  | { kind: 'unchanged'; url: string; askedMs: number }
  /** A page is there, which may lead to a feed. */
  | { kind: 'page'; page: Fetched }
  | { kind: 'failed'; failure: FeedFailure; askedMs: number };

export interface RequestOptions {
  now: Date;
  fetch: FetchPage;
  timeoutMs?: number;
  signal?: AbortSignal;
}

type Known = Pick<FollowedFeed, 'url'> & Partial<Pick<FollowedFeed, 'etag' | 'lastModified'>>;

/** Some feeds with the whole text of their entries have several megabytes. */
const MAX_BYTES = 10_000_000;
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.8';

/** Asks for a feed, only if it has changed since it was read last. Rejects only if the signal aborts. */
export async function requestFeed(
  known: Known,
  { now, fetch, timeoutMs, signal }: RequestOptions,
): Promise<FeedAnswer> {
  const headers = { accept: ACCEPT, ...validatorsOf(known) };
  const limits = { maxBytes: MAX_BYTES, ...(timeoutMs !== undefined && { timeoutMs }), ...(signal && { signal }) };
  try {
    return toAnswer(await fetch(known.url, { headers, ...limits }), known, now);
  } catch (error) {
    if (!(error instanceof FetchError) || signal?.aborted) throw error;
    return { kind: 'failed', failure: FAILURES[error.code] ?? 'unreachable', askedMs: 0 };
  }
}

function validatorsOf({ etag = null, lastModified = null }: Known): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

function toAnswer(fetched: Fetched, known: Known, now: Date): FeedAnswer {
  const { status, headers, body } = fetched;
  const url = fetched.movedTo ?? known.url;
  const askedMs = requestedPause(headers, now);
  if (status === 304) return { kind: 'unchanged', url, askedMs };
  if (status < 200 || status > 299) return { kind: 'failed', failure: failureOf(status), askedMs };
  const contentType = headers['content-type'];
  const feed = parseFeed({ bytes: body, url: fetched.url, contentType, now });
  if (feed === undefined) return { kind: 'page', page: fetched };
  const [etag = null, lastModified = null] = [headers['etag'], headers['last-modified']];
  return { kind: 'read', feed, url, etag, lastModified, askedMs };
}

function failureOf(status: number): FeedFailure {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 407) return 'login';
  return status >= 500 ? 'unreachable' : 'refused';
}

const FAILURES: Readonly<Partial<Record<FetchFailure, FeedFailure>>> = {
  'bad-address': 'bad-address',
  'forbidden-address': 'private',
  disallowed: 'refused',
  'too-large': 'too-large',
};
