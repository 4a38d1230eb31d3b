/** A saved article as the bot knows it: plain data, no markup, every address absolute and http(s). */
export interface Article {
  /** 8-10 characters a-z0-9, from the normalised address: the same for every capture of it. */
  id: string;
  url: string;
  title: string;
  /** The host of `url` without `www.`. */
  source: string;
  /** BCP 47 (`zh-Hans`, `en`, `ar`), detected where the page does not declare it. */
  language: string | null;
  direction: 'ltr' | 'rtl';
  summary: string;
  /** The header's stamp, ISO 8601 in UTC; it orders the versions of an article. */
  stampedAt: string | null;
  /** `<time datetime>` where it has a time of day, else the stamp, else the date alone. */
  publishedAt: string | null;
  authors: string[];
  /** In reading order; number 0 is the lead. */
  sections: Section[];
}

/** One piece of an article that a reader can open by itself. */
export interface Section {
  number: number;
  anchor: string | null;
  /** The heading; null for the lead and for parts. */
  title: string | null;
  /** 0 for the lead and parts, else the heading's level, 1 to 6. */
  depth: number;
  /** What made it a section. */
  from: 'lead' | 'heading' | 'bold' | 'part';
  authors: string[];
  text: Block[];
  /** Whole sentences, at most 280 graphemes by default. */
  summary: string;
  images: Image[];
  links: Link[];
  media: Media[];
}

/** A piece of text that stands by itself. */
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

/** A picture, with what the page says of it. */
export interface Image {
  /** The address to show: the largest candidate up to 2,048 px wide. */
  url: string;
  /** What stands behind an image proxy, where `url` is a proxied address; the fallback. */
  original: string | null;
  alt: string;
  caption: string | null;
  credit: string | null;
  width: number | null;
  height: number | null;
  candidates: { url: string; width: number | null }[];
}

/** A link of a section; `related` ones come from a list that holds only links and are not in the text. */
export interface Link {
  url: string;
  text: string;
  role: 'inline' | 'related';
}

/** Something to watch or hear, or a post embedded from elsewhere. */
export interface Media {
  kind: 'video' | 'audio' | 'embed';
  url: string;
  title: string | null;
  poster: string | null;
  caption: string | null;
}
