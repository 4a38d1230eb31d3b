import { createHash } from 'node:crypto';
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';

/** A feed of the bot's own. Its HTML is escaped already. */
export interface OwnFeed {
  /** What it is, whatever its address: the ids of feed and entries are made from it. */
  name: string;
  title: string;
  /** Its own address, and that of the page that it belongs to. */
  selfUrl: string;
  homeUrl: string;
  /** BCP 47. */
  language: string;
  updated: Date;
  entries: readonly OwnEntry[];
}

/** An entry of such a feed. */
export interface OwnEntry {
  /** Unique in the whole bot. */
  name: string;
  url: string;
  title: string;
  published: Date;
  /** One line of plain text. */
  summary: string;
  html: string;
}

/** Writes the feed as Atom. */
export function composeAtom({ name, title, selfUrl, homeUrl, language, updated, entries }: OwnFeed): string {
  return generateAtomFeed({
    id: permanentId(name),
    title: { value: clean(title), type: 'text' },
    updated,
    xml: { lang: language },
    links: [
      { href: homeUrl, rel: 'alternate', type: 'text/html' },
      { href: selfUrl, rel: 'self', type: 'application/atom+xml' },
    ],
    authors: [{ name: AUTHOR }],
    entries: entries.map((entry) => ({
      id: permanentId(entry.name),
      title: { value: clean(entry.title), type: 'text' },
      updated: entry.published,
      published: entry.published,
      links: [{ href: entry.url, rel: 'alternate', type: 'text/html' }],
      summary: { value: clean(entry.summary), type: 'text' },
      content: { value: clean(entry.html), type: 'html' },
    })),
  });
}

/** Writes the feed as JSON Feed 1.1. */
export function composeJsonFeed({ title, selfUrl, homeUrl, language, entries }: OwnFeed): string {
  const feed = generateJsonFeed({
    title: clean(title),
    home_page_url: homeUrl,
    feed_url: selfUrl,
    language,
    authors: [{ name: AUTHOR }],
    items: entries.map((entry) => ({
      id: permanentId(entry.name),
      url: entry.url,
      title: clean(entry.title),
      summary: clean(entry.summary),
      content_html: clean(entry.html),
      date_published: entry.published,
    })),
  });
  return `${JSON.stringify(feed, null, 2)}\n`;
}

const AUTHOR = 'Gazette';

/** The same wherever the page is served: an address may change, an id must not. A UUID made of a hash (RFC 9562, version 8). */
function permanentId(name: string): string {
  const hash = createHash('sha256').update(`gazette:${name}`).digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

/** Without the characters that XML cannot hold: https://www.w3.org/TR/xml/#charsets */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
