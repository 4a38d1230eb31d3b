import type { Article } from '../article/article.ts';
import type { Arrived, ArticleEntry } from './entry.ts';
import type { ArticleVersion } from './versions.ts';

/** A snapshot file that could not be read, and why. */
export interface RejectedFile {
  file: string;
  code: string;
  message: string;
  line: number | null;
  at: string;
}

/** A snapshot file as the last reading left it. */
export interface FileRecord {
  /** The path inside the folder, safe to show; unique. */
  file: string;
  size: number;
  mtimeMs: number;
  /** Which reader read it: another reader reads it again. */
  parserVersion: string;
}

/** What one snapshot file turned out to be: the article captured in it, or why there is none. */
export type ParsedFile = FileRecord & ({ capture: Capture } | { refusal: Omit<RejectedFile, 'file'> });

/** An article as one snapshot file holds it. */
export interface Capture {
  /** Fingerprint of the file's bytes: the same bytes are the same capture, in however many files. */
  bytes: string;
  article: Article;
  /** When it was read, ISO 8601, UTC. */
  at: string;
}

/** One word of a query: these tokens next to each other; with `prefix` the last stands for all that start with it. */
export interface QueryWord {
  tokens: readonly string[];
  prefix: boolean;
}

/** A page of the newest articles; `since` in milliseconds since 1970. */
export interface Page {
  source?: string;
  sinceMs?: number;
  offset: number;
  limit: number;
}

/** What came after a position, up to another. */
export interface ArrivalRange {
  after: number;
  upTo: number;
  /** With the articles from before it that were changed materially in it, behind the new ones. */
  withUpdates?: boolean;
}

/** Which articles; an empty list leaves nothing out. */
export interface ArticleFilter {
  /** From any of these: a host, or, without a dot, a name that is a part of one between dots. */
  sources: readonly string[];
  /** About any of these: a topic is all of its words. */
  topics: readonly (readonly QueryWord[])[];
  /** About none of these. */
  without: readonly (readonly QueryWord[])[];
}

/** What the library keeps on disk. Every method rejects where the store is out of reach, and none answers "absent" then. */
export interface LibraryStore {
  /** What is known of these files, in their order; undefined for one never read. */
  known(files: readonly string[]): Promise<readonly (FileRecord | undefined)[]>;
  /** All files known, in a stream. */
  files(): AsyncIterable<FileRecord>;
  /** Keeps all of these readings or none. A reading replaces what was known of its file; versions are only ever added. */
  keep(readings: readonly ParsedFile[]): Promise<void>;
  /** Forgets files that are gone, and why they were refused; what was captured in them stays. */
  forget(files: readonly string[]): Promise<void>;
  size(): Promise<number>;
  article(id: string): Promise<Article | undefined>;
  /** The article as an earlier version had it; `version` counts as in `versions`, from 1 for the newest. */
  articleVersion(id: string, version: number): Promise<Article | undefined>;
  versions(id: string): Promise<readonly ArticleVersion[]>;
  newest(page: Page): Promise<{ total: number; entries: readonly ArticleEntry[] }>;
  sources(): Promise<readonly { source: string; articles: number }[]>;
  refusals(): Promise<readonly RejectedFile[]>;
  /** Articles with all of the words (`every`) or at least one (`some`), best first: in titles and headings before in texts. */
  search(words: readonly QueryWord[], match: 'every' | 'some', limit: number): Promise<readonly ArticleEntry[]>;
  /** How many of the few thousand articles that came last have each of these words, and how many articles these are. */
  counts(words: readonly QueryWord[]): Promise<{ total: number; counts: readonly number[] }>;
  /** Articles with at least two of the words, best first, of the few thousand that have them and came last. */
  alike(words: readonly QueryWord[], limit: number): Promise<readonly ArticleEntry[]>;
  /** Where the newest article or update stands in the order in which they came: it counts up, and never comes again. */
  position(): Promise<number>;
  /** The articles that came in a span and are wanted, newest by publication first. */
  between(
    span: ArrivalRange,
    wanted: ArticleFilter,
    page: Pick<Page, 'offset' | 'limit'>,
  ): Promise<{ total: number; entries: readonly Arrived[] }>;
}
