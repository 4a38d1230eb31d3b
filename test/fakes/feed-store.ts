import type { Chat, ScheduledEntry } from '../../src/following/collected-entry.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import type { FollowedFeed, Follower, ScheduledFeed } from '../../src/following/followed-feed.ts';

interface Kept extends ScheduledFeed {
  followers: Follower[];
  entries: Map<string, ScheduledEntry>;
}

const isSame = (one: Follower, other: Follower) => isIn(one, other) && one.thread === other.thread;
const isIn = (one: Chat, other: Chat) => one.platform === other.platform && one.chat === other.chat;
const byId =
  <Item>(idOf: (item: Item) => string) =>
  (one: Item, other: Item) =>
    idOf(one) < idOf(other) ? -1 : 1;

/** Followed feeds in memory. */
export function createFakeFeedStore(): FeedStore {
  const kept = new Map<string, Kept>();
  return { ...following(kept), ...reading(kept), ...collecting(kept) };
}

function addEntries({ entries }: Kept, added: readonly ScheduledEntry[]): void {
  for (const one of added) if (!entries.has(one.entry.key)) entries.set(one.entry.key, structuredClone(one));
}

type Following = Pick<FeedStore, 'follow' | 'unfollow' | 'unfollowAll' | 'moveChat'>;

function following(kept: Map<string, Kept>): Following {
  function removeFollowers(leaves: (follower: Follower, id: string) => boolean): number {
    let removed = 0;
    for (const [id, one] of kept) {
      const staying = one.followers.filter((follower) => !leaves(follower, id));
      removed += one.followers.length - staying.length;
      one.followers = staying;
      if (staying.length === 0) kept.delete(id);
    }
    return removed;
  }

  return {
    async follow(scheduled, follower, entries = []) {
      const { id } = scheduled.feed;
      const known = kept.get(id);
      const one: Kept = known ?? { ...structuredClone(scheduled), followers: [], entries: new Map() };
      kept.set(id, one);
      if (known === undefined) addEntries(one, entries);
      const { platform, chat, thread } = follower;
      const named = { platform, chat, ...(thread !== undefined && { thread }) };
      if (!one.followers.some((other) => isSame(other, named))) one.followers.push(named);
    },
    unfollow: async (id, follower) => removeFollowers((one, from) => from === id && isSame(one, follower)) > 0,
    unfollowAll: async (chat) => void removeFollowers((one) => isIn(one, chat)),
    async moveChat(from, { platform, chat }) {
      for (const one of kept.values()) {
        const moved = one.followers.map((other) => (isIn(other, from) ? { ...other, platform, chat } : other));
        one.followers = moved.filter((other, at) => moved.findIndex((first) => isSame(first, other)) === at);
      }
    },
  };
}

type Reading = Pick<FeedStore, 'get' | 'all' | 'count' | 'followers' | 'followedBy'>;

function reading(kept: Map<string, Kept>): Reading {
  return {
    get: async (id) => structuredClone(kept.get(id)?.feed),
    all: async () => feedsOf(kept, () => true),
    count: async () => kept.size,
    followers: async (id) =>
      structuredClone(kept.get(id)?.followers ?? []).sort(byId((one) => JSON.stringify(Object.values(one)))),
    followedBy: async (chat) => feedsOf(kept, ({ followers }) => followers.some((one) => isIn(one, chat))),
  };
}

function feedsOf(kept: Map<string, Kept>, fits: (one: Kept) => boolean): FollowedFeed[] {
  return [...kept.values()].filter(fits).map(({ feed }) => structuredClone(feed));
}

function collecting(kept: Map<string, Kept>): Omit<FeedStore, keyof Following | keyof Reading> {
  const entriesOf = ({ entries }: Kept) => [...entries.values()];
  return {
    dueFeeds: async ({ now, after, limit }) =>
      feedsOf(kept, ({ feed, nextAt }) => feed.id > after && nextAt <= now)
        .sort(byId(({ id }) => id))
        .slice(0, limit),
    knownKeys: async (id, keys) => new Set(keys.filter((key) => kept.get(id)?.entries.has(key))),
    async change(id, change, entries = []) {
      const one = kept.get(id);
      if (one === undefined) return;
      const { feed, nextAt } = one;
      Object.assign(one, structuredClone(change(structuredClone({ feed, nextAt }))));
      addEntries(one, entries);
    },
    async dueEntries({ now, after, limit }) {
      const first = [...kept.values()].flatMap((one) => {
        const due = entriesOf(one).filter(({ nextAt }) => nextAt !== null && nextAt <= now);
        return due.sort((a, b) => Number(a.nextAt) - Number(b.nextAt))[0]?.entry ?? [];
      });
      const sorted = first.filter(({ feed }) => feed > after).sort(byId(({ feed }) => feed));
      return structuredClone(sorted.slice(0, limit));
    },
    async saveEntry(scheduled) {
      const entries = kept.get(scheduled.entry.feed)?.entries;
      if (entries?.has(scheduled.entry.key)) entries.set(scheduled.entry.key, structuredClone(scheduled));
    },
    async prune(id, { seenBefore, keys }) {
      const entries = kept.get(id)?.entries ?? new Map<string, ScheduledEntry>();
      for (const [key, { entry, nextAt }] of entries) {
        const isGone = nextAt === null && entry.firstSeenAt < seenBefore.toISOString() && !keys.includes(key);
        if (isGone) entries.delete(key);
      }
    },
    async pending() {
      const all = [...kept.values()].flatMap(entriesOf);
      return all.filter(({ entry, nextAt }) => entry.state === 'pending' && nextAt !== null).length;
    },
  };
}
