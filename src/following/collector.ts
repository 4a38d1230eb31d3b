import { sourceOf } from '../article/address.ts';
import type { BackgroundService } from '../background-service.ts';
import { type Clock, withTimeout } from '../clock.ts';
import type { SubscriptionStore } from '../subscription/store.ts';
import { type CollectDeps, collectEntry } from './collect-entry.ts';
import type { CollectedEntry } from './collected-entry.ts';
import { type DueLoop, startDueLoop } from './due-loop.ts';
import type { FeedStore } from './feed-store.ts';
import { type FollowedFeed, hostOf } from './followed-feed.ts';
import { noteSource } from './note-source.ts';
import { type PollDeps, pollFeed } from './poll-feed.ts';

export interface CollectorDeps
  extends Pick<CollectDeps, 'library' | 'capture' | 'save' | 'report'>,
    Pick<PollDeps, 'fetch' | 'limits' | 'reportTrouble'> {
  feeds: FeedStore;
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'change'>;
  clock: Clock;
  /** How many feeds are read, and how many pages, at once; how many of one host. */
  concurrency?: { feeds: number; entries: number; perHost: number };
}

/** Collects the entries of all followed feeds. */
export interface Collector extends BackgroundService {
  /** Looks at once for feeds that were just followed. */
  wake(): void;
}

/** A request that waits for its turn at a host cannot be hurried. What it leaves undone is done by the next process. */
const STOP_MS = 2000;
/** Pages of one host are read one by one anyway. */
const CONCURRENCY = { feeds: 16, entries: 16, perHost: 2 };

/** Creates the collector, not started yet. One feed never keeps another waiting. */
export function createCollector(deps: CollectorDeps): Collector {
  const { feeds, clock, report, concurrency = CONCURRENCY } = deps;
  const stopping = new AbortController();
  const now = () => new Date(clock.nowMs());
  const context = { ...deps, now, signal: stopping.signal };
  const collecting = { ...context, noteSource: (id: string, source: string) => noteSource(id, source, deps) };
  const options = { clock, signal: stopping.signal, report, perHost: concurrency.perHost };
  let loops: readonly DueLoop[] = [];

  const readFeeds = () =>
    startDueLoop<FollowedFeed>(
      {
        page: (after, limit) => feeds.dueFeeds({ now: now(), after, limit }),
        idOf: ({ id }) => id,
        hostOf,
        run: (feed) => unlessStopped(() => pollFeed(feed, context)),
      },
      { ...options, concurrency: concurrency.feeds },
    );

  const readEntries = () =>
    startDueLoop<CollectedEntry>(
      {
        page: (after, limit) => feeds.dueEntries({ now: now(), after, limit }),
        idOf: ({ feed }) => feed,
        hostOf: ({ url }) => sourceOf(url),
        run: (entry) => unlessStopped(() => collectEntry(entry, collecting)),
      },
      { ...options, concurrency: concurrency.entries },
    );

  /** What is stopped halfway continues in the next process. */
  async function unlessStopped(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
    });
  }

  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  return {
    async start() {
      loops = [readFeeds(), readEntries()];
    },
    tick: async () => wake(),
    wake,
    async stop() {
      stopping.abort();
      await withTimeout(Promise.all(loops.map(({ done }) => done)), STOP_MS, clock);
    },
  };
}
