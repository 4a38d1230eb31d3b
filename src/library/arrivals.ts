import type { Arrived } from './entry.ts';
import { readQuery } from './query.ts';
import type { Selection } from './selection.ts';
import type { ArrivalRange, LibraryStore, Page, QueryWord } from './store.ts';

/** What came into the library, in the order in which it came. A position counts articles and updates as they come, and never goes back. */
export interface Arrivals {
  /** The position of what came last. */
  position(): Promise<number>;
  /**
   * The articles that came between two positions and fit, newest by publication first; `withUpdates`, behind them those from
   * before that were changed materially between the two. A source is a host, or a name that is a part of one between dots; a
   * topic of several words means all of them. Words that say nothing are passed over.
   */
  between(
    span: { after: number; upTo: number; withUpdates?: boolean },
    selection: Selection,
    page: { offset: number; limit: number },
  ): Promise<{ total: number; entries: readonly Arrived[] }>;
}

/** Which articles, as people say it: plain words; an empty list leaves nothing out. */
export interface Selected {
  sources: readonly string[];
  topics: readonly string[];
  without: readonly string[];
}

/** What came into a library, in the order in which it came. */
export interface LibraryArrivals {
  position(): Promise<number>;
  between(
    span: ArrivalRange,
    selected: Selected,
    page: Pick<Page, 'offset' | 'limit'>,
  ): Promise<{ total: number; entries: readonly Arrived[] }>;
}

/**
 * What came into the library of a store. Words are cut as a search cuts them, and each stands for itself alone: what
 * somebody subscribed to is not still being typed. Words that say nothing are passed over.
 */
export function createArrivals(store: Pick<LibraryStore, 'position' | 'between'>): LibraryArrivals {
  return {
    position: () => store.position(),
    async between(span, { sources, topics, without }, page) {
      const wanted = {
        sources: sources.map(toSource),
        topics: await toTopics(topics),
        without: await toTopics(without),
      };
      return store.between(span, wanted, page);
    },
  };
}

async function toTopics(topics: readonly string[]): Promise<readonly (readonly QueryWord[])[]> {
  const words = await Promise.all(topics.map(readQuery));
  return words.filter(({ length }) => length > 0).map((topic) => topic.map((word) => ({ ...word, prefix: false })));
}

/** The host of an address or of what is typed for one, without "www."; a bare name is itself. */
function toSource(source: string): string {
  const typed = source.trim().toLowerCase();
  const host = typed.includes('.') ? URL.parse(typed.includes('://') ? typed : `https://${typed}`)?.host : undefined;
  return (host ?? typed).replace(/^www\./, '');
}
