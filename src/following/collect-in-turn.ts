import type { Lead } from '../leadership.ts';
import type { FeedStore } from './feed-store.ts';

/** Lets one process collect, of all that share the store. */
export interface CollectingTurn {
  /** The store, in which nothing is due for a process that does not have the turn. */
  feeds: FeedStore;
  /** Waits for the turn, without holding anybody up. */
  start(): void;
  /** Gives the turn back. */
  stop(): Promise<void>;
}

const TASK = 'collect feeds';

/** Creates the turn of a process, not started yet. What is being read when the turn is lost may be read twice, which does no harm. */
export function createCollectingTurn(feeds: FeedStore, lead: Lead): CollectingTurn {
  const stopping = new AbortController();
  let hasTurn = false;
  let ended: Promise<void> | undefined;

  async function collect(signal: AbortSignal): Promise<void> {
    hasTurn = true;
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (!signal.aborted) await lost;
    hasTurn = false;
  }

  return {
    feeds: {
      ...feeds,
      dueFeeds: async (page) => (hasTurn ? await feeds.dueFeeds(page) : []),
      dueEntries: async (page) => (hasTurn ? await feeds.dueEntries(page) : []),
    },
    start() {
      ended ??= lead(TASK, collect, { signal: stopping.signal });
    },
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
