import type { DigestStyle } from '../subscription/digest-style.ts';
import type { Picture } from '../view/view.ts';

/** How many articles one message of a digest holds, by style. The others are a button away. */
export const MAX_ARTICLES = { headlines: 30, brief: 10, full: 10 } as const;

/** A digest as plain data, ready to be kept, queued or shown. */
export interface Digest {
  title: string;
  /** When it was made, ISO 8601, UTC. */
  date: string;
  /** It covers what came at or after this instant; null: everything, or the newest where nothing came. */
  since: string | null;
  style: DigestStyle;
  /** Whether nothing came in the time asked for, so that these are the newest before it. */
  quiet: boolean;
  /** How many articles there are; more than `items` where a limit was set. */
  total: number;
  items: DigestItem[];
  /** The number of the first item: more than 1 on a further page. */
  first: number;
  /** The commands that open all of it in full, and what it leaves out. */
  ways: { everything: string; rest: string };
}

/** One article of a digest. What is not shown of it is null or empty; a digest of one article shows all of it. */
export interface DigestItem {
  id: string;
  title: string;
  url: string;
  source: string;
  publishedAt: string | null;
  /** Changed since it was told. */
  updated?: true;
  summary: string | null;
  /** A language model wrote the summary. */
  written?: true;
  image: Picture | null;
  /** How many pictures and links the article has; null where the style does not count them. */
  images: number | null;
  links: number | null;
  sections: DigestSection[];
}

/** One section of an article that a digest shows whole. */
export interface DigestSection {
  number: number;
  title: string | null;
  summary: string;
  images: number;
  links: number;
}
