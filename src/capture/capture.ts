/** What a feed says of an entry. HTML in it comes from the site, and is not trusted. */
export interface FeedText {
  title: string | null;
  summaryHtml: string | null;
  contentHtml: string | null;
  authors: readonly string[];
  publishedAt: Date | null;
  /** BCP 47. */
  language: string | null;
  image: string | null;
}

/** Where a captured text comes from: the page, the whole text in the feed, or the feed's teaser. */
export type Completeness = 'full' | 'feed' | 'summary';

/** A page as a snapshot. */
export interface Capture {
  /** The address of the article: after redirects, the canonical one of the same site. */
  url: string;
  /** A relative file name that is safe on every system, and the same for each capture of the address. */
  name: string;
  /** The whole snapshot file. */
  text: string;
  /** The title and the text, as readers see them: the same if only something around them has changed. */
  content: string;
  completeness: Completeness;
}

export interface CaptureRequest {
  url: string;
  /** The entry that led to the page. */
  feed?: FeedText;
  /** Whether to take the teaser of the feed even if the page may be readable later; true unless given. */
  isLastAttempt?: boolean;
}

/**
 * Fetches a page and makes a snapshot of it; if the page cannot be read, of the entry's text in the feed. Rejects with
 * `CaptureError` if there is neither.
 */
export type CapturePage = (request: CaptureRequest, options: CaptureOptions) => Promise<Capture>;

export interface CaptureOptions {
  now: Date;
  signal?: AbortSignal;
}
