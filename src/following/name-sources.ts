import type { Library } from '../library/library.ts';
import { shorten } from '../text/shorten.ts';
import type { FeedStore } from './feed-store.ts';

const MAX_NAME_COLUMNS = 40;

/** Gives the sites of a library the titles of their feeds. One with several feeds has no name of its own. */
export function nameSources(library: Pick<Library, 'sources'>, feeds: Pick<FeedStore, 'all'>): Library['sources'] {
  return async () => {
    const titles = new Map<string, Set<string>>();
    for (const { title, sources } of await feeds.all()) {
      const [host] = sources;
      if (title !== null && host !== undefined) titles.set(host, (titles.get(host) ?? new Set()).add(title));
    }
    return (await library.sources()).map((one) => {
      const [title, ...others] = titles.get(one.source) ?? [];
      const isName = title !== undefined && others.length === 0 && title.toLowerCase() !== one.source;
      return isName ? { ...one, name: shorten(title, MAX_NAME_COLUMNS) } : one;
    });
  };
}
