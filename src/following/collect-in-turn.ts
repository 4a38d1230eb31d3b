import { createTurn, type Lead, type Turn } from '../leadership.ts';
import type { FeedStore } from './feed-store.ts';

/** Lets one process collect, of all that share the store. */
export interface CollectingTurn extends Pick<Turn, 'start' | 'stop'> {
  /** The store, in which nothing is due for a process that does not have the turn. */
  feeds: FeedStore;
}

/** Creates the turn of a process, not started yet. What is being read when the turn is lost may be read twice, which does no harm. */
export function createCollectingTurn(feeds: FeedStore, lead: Lead): CollectingTurn {
  const turn = createTurn(lead, 'collect feeds');
  const hasTurn = () => turn.held() !== undefined;
  return {
    ...turn,
    feeds: {
      ...feeds,
      dueFeeds: async (page) => (hasTurn() ? await feeds.dueFeeds(page) : []),
      dueEntries: async (page) => (hasTurn() ? await feeds.dueEntries(page) : []),
    },
  };
}
