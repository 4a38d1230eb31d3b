import type { DigestStyle } from '../subscription/digest-style.ts';
import type { Picture } from '../view/view.ts';

/** How many articles one message of a digest holds, by style. The others are a button away. */
export const MAX_ARTICLES = { headlines: 30, brief: 10, full: 10 } as const;

/** A digest as plain data. */
export interface Digest {
  title: string;
  /** When it was composed, ISO 8601, UTC. */
  date: string;
  /** It covers articles from this instant on; null for everything, or for the newest if there was nothing. */
  since: string | null;
  style: DigestStyle;
  /** Whether the period had no articles, so these are the newest before it. */
  isFallback: boolean;
  /** The number of articles, with those that a limit leaves out of `items`. */
  total: number;
  items: DigestItem[];
  /** The number of the first item: more than 1 on later pages. */
  first: number;
  /** The commands that show all of it in full, and its next page. */
  commands: { everything: string; rest: string };
}

/** An article of a digest. Parts that the style does not show are null or empty. */
export interface DigestItem {
  id: string;
  title: string;
  url: string;
  source: string;
  publishedAt: string | null;
  /** It was sent before, and has changed since. */
  updated?: true;
  summary: string | null;
  /** A language model wrote the summary. */
  written?: true;
  /** The article's own lead, if a language model wrote the summary. */
  lead?: string | null;
  image: Picture | null;
  /** The numbers of pictures and links; null if the style does not show them. */
  images: number | null;
  links: number | null;
  sections: DigestSection[];
}

/** A section of an article in the full style. */
export interface DigestSection {
  number: number;
  title: string | null;
  summary: string;
  images: number;
  links: number;
}
