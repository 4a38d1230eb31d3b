import { moveFollowsToo } from './following/move-follows.ts';
import { nameSources } from './following/name-sources.ts';
import { type OpenLibrary, openLibrary } from './library/open-library.ts';
import type { State } from './state.ts';

/** The stores with the library on them. Sources have the names of their feeds, and what a chat follows moves with it. */
export function openStores(state: State): State & OpenLibrary {
  const found = openLibrary(state.articles);
  return {
    ...state,
    ...found,
    library: { ...found.library, sources: nameSources(found.library, state.feeds) },
    subscriptions: moveFollowsToo(state.subscriptions, state.feeds),
  };
}
