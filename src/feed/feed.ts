/** A feed as it was fetched: RSS, Atom, RDF or JSON Feed. */
export interface Feed {
  /** One line of plain text; undefined if it has none. */
  title: string | undefined;
  /** The page that the feed belongs to, as the feed says. */
  siteUrl: string | undefined;
  /** BCP 47, as the feed says. */
  language: string | undefined;
  /** In the order of the feed, each once. */
  entries: FeedEntry[];
}

/** An entry of a feed. Addresses are absolute and http(s). HTML in it comes from the site, and is not trusted. */
export interface FeedEntry {
  /** Names the entry within its feed; the same when its title, text or format of the feed changes. */
  key: string;
  /** The page of the entry. */
  url: string | undefined;
  /** One line of plain text. */
  title: string;
  /** A teaser, as HTML. */
  summary: string | undefined;
  /** The whole text, as HTML. */
  content: string | undefined;
  authors: string[];
  /** ISO 8601, UTC. Never in the future: then, and without a date, undefined. */
  publishedAt: string | undefined;
  /** The picture that the feed names for it. */
  image: string | undefined;
}
