import { sourceOf } from '../article/address.ts';
import type { Address } from '../subscription/address.ts';

/** Why a feed, or a page that was asked for one, could not be read. */
export type FeedFailure =
  /** It is not there (any more). */
  | 'not-found'
  /** It wants a user name and a password. */
  | 'login'
  /** The site does not let this bot in. */
  | 'refused'
  /** A page without a feed, or something else that is none. */
  | 'no-feed'
  | 'bad-address'
  /** An address that is not on the public internet. */
  | 'private'
  | 'too-large'
  /** No such host, no answer, or an answer that the server could not make. */
  | 'unreachable';

/** A feed whose articles are collected. */
export interface FollowedFeed {
  /** Nine characters a-z0-9; it stays when the feed moves. */
  id: string;
  /** Where it is read; another after a permanent redirect. */
  url: string;
  /** One line of plain text. */
  title: string | null;
  /** BCP 47: what the feed says, else what its texts are in. */
  language: string | null;
  /** The hosts of its articles, without www., the most frequent first. */
  sources: readonly string[];
  /** What the server sent to recognize the next request by. */
  etag: string | null;
  lastModified: string | null;
  /** When its last entries were published or first seen, newest first, in milliseconds since 1970. */
  publishedMs: readonly number[];
  /** How many readings in a row had no new entry. */
  quietReadings: number;
  /** When it was read first: what was published before is not new. Null until then. */
  firstReadAt: string | null;
  lastReadAt: string | null;
  /** How often in a row it could not be read, since when, and why the last time. */
  failures: number;
  failingSince: string | null;
  failure: FeedFailure | null;
  /** Which trouble its followers know of. */
  reported: FeedTrouble | null;
}

/** What followers should know about a feed. */
export type FeedTrouble = 'failing' | 'silent';

/** A feed, and when it is read next. */
export interface ScheduledFeed {
  feed: FollowedFeed;
  nextAt: Date;
}

/** Who follows a feed: a chat, or the operator, whose "chat" says by which means. */
export type Follower = Pick<Address, 'platform' | 'chat' | 'thread'>;

const OPERATOR = 'operator';

/** The operator as a follower: by a setting or by an imported list. */
export function operatorBy(means: 'setting' | 'import'): Follower {
  return { platform: OPERATOR, chat: means };
}

/** Whether it is the operator who follows, and not a chat. */
export function isOperator({ platform }: Pick<Follower, 'platform'>): boolean {
  return platform === OPERATOR;
}

/** A feed that was never read. */
export function beginFeed(id: string, url: string): FollowedFeed {
  return {
    id,
    url,
    title: null,
    language: null,
    sources: [],
    etag: null,
    lastModified: null,
    publishedMs: [],
    quietReadings: 0,
    firstReadAt: null,
    lastReadAt: null,
    failures: 0,
    failingSince: null,
    failure: null,
    reported: null,
  };
}

/** The hosts whose articles a subscription to the feed takes: at least its own. */
export function sourcesOf({ sources, url }: Pick<FollowedFeed, 'sources' | 'url'>): readonly string[] {
  return sources.length > 0 ? sources : [sourceOf(url)];
}

/** The host that people know a feed by: that of its articles, whatever the feed claims; else its own. */
export function hostOf(feed: Pick<FollowedFeed, 'sources' | 'url'>): string {
  return sourcesOf(feed)[0] ?? sourceOf(feed.url);
}
