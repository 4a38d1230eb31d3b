import type { Chat, CollectedEntry, ScheduledEntry } from './collected-entry.ts';
import type { FollowedFeed, Follower, ScheduledFeed } from './followed-feed.ts';

/** A part of a list that is sorted by id, after an id; the first has the id ''. */
export interface DuePage {
  now: Date;
  after: string;
  limit: number;
}

/**
 * Stores followed feeds, who follows them, and how far their entries are collected. Changes are durable when their promise
 * resolves. A feed that nobody follows does not exist: the last follower takes its entries along. An unreachable store rejects.
 */
export interface FeedStore {
  /** Adds a follower. A feed that is not known yet is added with its entries; one that is stays as it is. */
  follow(scheduled: ScheduledFeed, follower: Follower, entries?: readonly ScheduledEntry[]): Promise<void>;
  /** Returns whether that follower was there. */
  unfollow(id: string, follower: Follower): Promise<boolean>;
  /** Removes a chat with its threads from all feeds. */
  unfollowAll(chat: Chat): Promise<void>;
  /** Follows a chat to its new id, with its threads. */
  moveChat(from: Chat, to: Chat): Promise<void>;
  get(id: string): Promise<FollowedFeed | undefined>;
  /** All feeds, in the order of following. */
  all(): Promise<readonly FollowedFeed[]>;
  count(): Promise<number>;
  followers(id: string): Promise<readonly Follower[]>;
  /** The feeds that a chat or one of its threads follows, in the order of following. */
  followedBy(chat: Chat): Promise<readonly FollowedFeed[]>;
  /** Feeds to be read by now, sorted by id. */
  dueFeeds(page: DuePage): Promise<readonly FollowedFeed[]>;
  /** Which of these keys are of known entries. */
  knownKeys(id: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Replaces a feed atomically by what `change` makes of it, and adds entries that are not known; nothing if the feed does not
   * exist any more. `change` may be called again after a conflict.
   */
  change(
    id: string,
    change: (current: ScheduledFeed) => ScheduledFeed,
    entries?: readonly ScheduledEntry[],
  ): Promise<void>;
  /**
   * Forgets entries of a feed that were first seen before `seenBefore`, are not among these keys any more, and wait for
   * nothing.
   */
  prune(id: string, gone: { seenBefore: Date; keys: readonly string[] }): Promise<void>;
  /** Entries to be collected by now: the first of each feed, sorted by feed. */
  dueEntries(page: DuePage): Promise<readonly CollectedEntry[]>;
  /** Replaces an entry that still exists. */
  saveEntry(scheduled: ScheduledEntry): Promise<void>;
  /** How many entries are not collected yet. */
  pending(): Promise<number>;
}
