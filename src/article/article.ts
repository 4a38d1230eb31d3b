/** A parsed article: plain data, no markup, every address absolute and http(s). */
export interface Article {
  /** Nine characters a-z0-9, a hash of the normalised address: the same for every capture. */
  id: string;
  url: string;
  title: string;
  /** The host of `url` without `www.`. */
  source: string;
  /** BCP 47 (`zh-Hans`, `en`, `ar`), detected if the page does not declare it. */
  language: string | null;
  direction: 'ltr' | 'rtl';
  summary: string;
  /** The timestamp in the file's header, ISO 8601 in UTC; it orders the versions of an article. */
  stampedAt: string | null;
  /** `<time datetime>` if it has a time of day, else the stamp, else the date alone. */
  publishedAt: string | null;
  authors: string[];
  /** In reading order; number 0 is the lead. */
  sections: Section[];
  /** Where the text is from if the page could not be read: the whole text in the feed, or its teaser. */
  textFrom?: 'feed' | 'summary';
}

/** A part of an article that can be opened separately. */
export interface Section {
  number: number;
  anchor: string | null;
  /** The heading; null for the lead and for parts of an article without headings. */
  title: string | null;
  /** 0 for the lead and parts, else the heading's level, 1 to 6. */
  depth: number;
  /** What starts the section. */
  from: 'lead' | 'heading' | 'bold' | 'part';
  authors: string[];
  text: Block[];
  /** Whole sentences, at most 280 graphemes by default. */
  summary: string;
  images: Image[];
  links: Link[];
  media: Media[];
}

/** A block of text. */
export type Block =
  | { kind: 'paragraph' | 'quote' | 'code'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'table'; rows: Span[][][] };

/** A run of text in one style. */
export interface Span {
  text: string;
  strong?: true;
  emphasis?: true;
  code?: true;
  href?: string;
}

/** An image with its texts. */
export interface Image {
  /** The address to show: the largest candidate up to 2,048 px wide. */
  url: string;
  /** The address behind an image proxy, as a fallback; null if `url` is not proxied. */
  original: string | null;
  alt: string;
  caption: string | null;
  credit: string | null;
  width: number | null;
  height: number | null;
  candidates: { url: string; width: number | null }[];
}

/** A link of a section; `related` links come from lists of links and are not in the text. */
export interface Link {
  url: string;
  text: string;
  role: 'inline' | 'related';
}

/** A video, an audio player or an embedded post. */
export interface Media {
  kind: 'video' | 'audio' | 'embed';
  url: string;
  title: string | null;
  poster: string | null;
  caption: string | null;
}
