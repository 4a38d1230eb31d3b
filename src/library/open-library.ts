import { type Arrivals, createArrivals } from './arrivals.ts';
import { createKeywords, type Keywords } from './keywords.ts';
import { createLibrary, type Library } from './library.ts';
import type { LibraryStore } from './store.ts';

/** The library of a store, with the views of it that have ports of their own. */
export interface OpenLibrary {
  library: Library;
  keywords: Keywords;
  arrivals: Arrivals;
}

/** Builds the library on a store. */
export function openLibrary(store: LibraryStore): OpenLibrary {
  return { library: createLibrary(store), keywords: createKeywords(store), arrivals: createArrivals(store) };
}
