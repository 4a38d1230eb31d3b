import type { Arrival } from '../../src/library/entry.ts';
import type { ArticleFilter, LibraryStore, PageRange } from '../../src/library/store.ts';
import type { RowTables } from './store-rows.ts';

/** Something that arrived in the library of one instance. */
export interface LocalArrival {
  /** Its position in this library. */
  position: number;
  /** The same for the same article, or the same update of one, in every instance: `+ID`, or `~ID CONTENT`. */
  event: string;
}

/** Articles by their ids: those that are new, and those that were changed. */
export interface ChosenArticles {
  added: readonly string[];
  updated: readonly string[];
}

/** The library of one instance, for a store in which all instances number arrivals together. */
export interface LocalLibrary {
  store: LibraryStore;
  /** What arrived after a position, in order. */
  arrivalsAfter(position: number, limit: number): Promise<readonly LocalArrival[]>;
  /** Which of these events have not happened here. */
  missing(events: readonly string[]): Promise<readonly string[]>;
  /** The chosen articles that match a filter, new ones first, each newest by publication first. */
  choose(
    chosen: ChosenArticles,
    filter: ArticleFilter,
    page: PageRange,
  ): Promise<{ total: number; entries: readonly Arrival[] }>;
  /** The ids of the articles that these files contain, or have contained. */
  articlesOf(files: readonly string[]): Promise<readonly string[]>;
  /** A text that stays beside the articles. */
  recall(): Promise<string | undefined>;
  remember(text: string): Promise<void>;
  /** All rows, with the positions of this library. */
  tables: Pick<RowTables, LibraryKind>;
  /** Deletes all rows. */
  clear(): Promise<void>;
  /** Lets nobody change it until `close`. */
  freeze(): Promise<void>;
  /** Rejects with `StoreError` if the file is not there any more. */
  assertInPlace(): Promise<void>;
  close(): Promise<void>;
}

/** The kinds of rows of a library. */
export type LibraryKind =
  | 'version'
  | 'versionFile'
  | 'file'
  | 'refusal'
  | 'article'
  | 'update'
  | 'backfilled'
  | 'position';

/** Opens the library in a file, and creates it if it does not exist. */
export type OpenLocalLibrary = (file: string, report: (error: unknown) => void) => Promise<LocalLibrary>;

/** The event of an article that was added. */
export const addedEvent = (article: string) => `+${article}`;

/** The article of an event, and whether it was added or updated. */
export function parseEvent(event: string): { article: string; isUpdate: boolean } {
  const [article = ''] = event.slice(1).split(' ', 1);
  return { article, isUpdate: event.startsWith('~') };
}
