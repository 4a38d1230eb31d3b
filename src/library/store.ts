import type { Article } from '../article/article.ts';
import type { Arrival, ArticleEntry } from './entry.ts';
import type { PreparedArticle } from './prepared-article.ts';
import type { ArticleVersion } from './versions.ts';

/** A snapshot file that could not be parsed, and why. */
export interface RejectedFile {
  file: string;
  code: string;
  message: string;
  line: number | null;
  at: string;
}

/** A snapshot file as the last sync found it. */
export interface FileRecord {
  /** The path inside the folder, safe to show; unique. */
  file: string;
  size: number;
  mtimeMs: number;
  /** The parser that parsed it: another version parses it again. */
  parserVersion: string;
  /** When a sync first found it deleted, in milliseconds since 1970; null while it is there. */
  missedAtMs: number | null;
}

/** The result of parsing one snapshot file: the captured article, why there is none, or nothing for a file of another kind. */
export type ParsedFile = Omit<FileRecord, 'missedAtMs'> &
  ({ capture: Capture } | { refusal: Omit<RejectedFile, 'file'> } | { isSnapshot: false });

/** An article as one snapshot file contains it. */
export interface Capture {
  /** Fingerprint of the file's bytes: several files with the same bytes are one capture. */
  bytes: string;
  article: PreparedArticle;
  /** When it was parsed, ISO 8601, UTC. */
  at: string;
}

/** One word of a query: adjacent tokens; with `prefix` the last one matches all tokens that start with it. */
export interface QueryWord {
  tokens: readonly string[];
  prefix: boolean;
}

/** Which part of a list. */
export interface PageRange {
  offset: number;
  limit: number;
}

/** A page of the newest articles; `sinceMs` in milliseconds since 1970. */
export interface NewestQuery extends PageRange {
  source?: string;
  sinceMs?: number;
}

/** A range of positions, without `after` and with `upTo`. */
export interface ArrivalRange {
  after: number;
  upTo: number;
  /** Also earlier articles that were changed materially within the range, after the new ones. */
  withUpdates?: boolean;
  /** Also articles that were marked as backfill. */
  withBackfill?: boolean;
}

/** A `Selection` as a store matches it; an empty list does not filter. */
export interface ArticleFilter {
  /** Articles from any of these: a host, or, without a dot, one label of a host. */
  sources: readonly string[];
  /** Articles with all words of any of these topics. */
  topics: readonly (readonly QueryWord[])[];
  /** Articles with all words of none of these topics. */
  without: readonly (readonly QueryWord[])[];
}

/** The library's storage. If it is unavailable, every method rejects; none reports "absent". */
export interface LibraryStore {
  /** The records of these files, in order; undefined for a file that was never parsed. */
  fileRecords(files: readonly string[]): Promise<readonly (FileRecord | undefined)[]>;
  /** Streams the records of all files whose names begin with `prefix`. */
  files(prefix?: string): AsyncIterable<FileRecord>;
  /** Saves all of these or none. A parsed file replaces its record; versions of articles are only ever added. */
  save(parsedFiles: readonly ParsedFile[]): Promise<void>;
  /** Records that files are deleted, and deletes their refusals. `save` records that a file is there again. */
  markMissed(files: readonly string[], at: Date): Promise<void>;
  /**
   * Deletes the records and refusals of files, the versions that no other file has contained, and the articles without a
   * version.
   */
  forget(files: readonly string[]): Promise<void>;
  /**
   * Marks articles that are about to be added as backfill: they are old, so that no arrivals include them. Those that are in
   * the library already stay arrivals.
   */
  markBackfill(ids: readonly string[]): Promise<void>;
  size(): Promise<number>;
  article(id: string): Promise<Article | undefined>;
  /** An earlier version of an article; `version` counts as in `versions`, from 1 for the newest. */
  articleVersion(id: string, version: number): Promise<Article | undefined>;
  versions(id: string): Promise<readonly ArticleVersion[]>;
  newest(query: NewestQuery): Promise<{ total: number; entries: readonly ArticleEntry[] }>;
  sources(): Promise<readonly { source: string; articles: number }[]>;
  refusals(): Promise<readonly RejectedFile[]>;
  /** Articles with all of the words (`every`) or at least one (`some`), best first: titles and headings before text. */
  search(words: readonly QueryWord[], match: 'every' | 'some', limit: number): Promise<readonly ArticleEntry[]>;
  /** How many of the latest few thousand articles contain each word, and how many articles these are. */
  documentFrequencies(words: readonly QueryWord[]): Promise<{ total: number; counts: readonly number[] }>;
  /** Articles with at least two of the words, best first, among the latest few thousand that contain them. */
  similar(words: readonly QueryWord[], limit: number): Promise<readonly ArticleEntry[]>;
  /** The position of the latest article or update; positions ascend and are never used again. */
  position(): Promise<number>;
  /** The articles of a range of positions that match a filter, newest by publication first. */
  between(
    range: ArrivalRange,
    filter: ArticleFilter,
    page: PageRange,
  ): Promise<{ total: number; entries: readonly Arrival[] }>;
}
