import { foldedRunsOf, tokenize } from '../text/terms/tokenize.ts';
import type { Arrival } from './entry.ts';
import { readQuery } from './query.ts';
import type { Selection } from './selection.ts';
import type { ArrivalRange, LibraryStore, PageRange, QueryWord } from './store.ts';

const MAX_PHRASE = 16;

/**
 * The articles of the library in the order in which they were added. Every new article and every material update takes
 * the next position; a position is never used again.
 */
export interface Arrivals {
  /** The latest position. */
  position(): Promise<number>;
  /**
   * The articles added within a range of positions that match a selection, newest by publication first. With
   * `withUpdates`, earlier articles that were changed materially within the range follow them. Backfill is left out unless
   * the range wants it. A source is a host, or a
   * name that is one label of a host. A topic of several words is a phrase: the words stand side by side. Words without content are ignored.
   */
  between(
    range: ArrivalRange,
    selection: Selection,
    page: PageRange,
  ): Promise<{ total: number; entries: readonly Arrival[] }>;
}

/**
 * Reads arrivals from a library's store. Topics are tokenized like a query, but their last word is no prefix: nobody is
 * still typing it.
 */
export function createArrivals(store: Pick<LibraryStore, 'position' | 'between'>): Arrivals {
  return {
    position: () => store.position(),
    async between(range, { sources, topics, without }, page) {
      const filter = {
        sources: sources.map(toSource),
        topics: await toTopics(topics),
        without: await toTopics(without),
      };
      return store.between(range, filter, page);
    },
  };
}

async function toTopics(topics: readonly string[]): Promise<readonly (readonly QueryWord[])[]> {
  const words = await Promise.all(topics.map(readTopic));
  return words.filter(({ length }) => length > 0).map((topic) => topic.map((word) => ({ ...word, prefix: false })));
}

/** Several words of a spaced script were typed in quotes: they are one phrase, side by side. */
async function readTopic(topic: string): Promise<readonly QueryWord[]> {
  const runs = [...foldedRunsOf(topic)].slice(0, MAX_PHRASE);
  if (runs.length < 2 || runs.some(({ spaced }) => !spaced)) return await readQuery(topic);
  return [{ tokens: runs.flatMap(tokenize), prefix: false }];
}

/** The host of an address, complete or as people type it, without "www."; a bare name is itself. */
function toSource(source: string): string {
  const typed = source.trim().toLowerCase();
  const host = typed.includes('.') ? URL.parse(typed.includes('://') ? typed : `https://${typed}`)?.host : undefined;
  return (host ?? typed).replace(/^www\./, '');
}
