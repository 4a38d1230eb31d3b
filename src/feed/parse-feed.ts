import { DetectError, MalformedError, ParseError, parseFeed as parseSyntax } from 'feedsmith';
import { toAbsolute } from '../article/address.ts';
import { decodeText } from '../web/decode-text.ts';
import { entryKeys } from './entry-key.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { readFeedDate } from './feed-date.ts';
import { fromAtom, fromJson, fromRdf, fromRss, type RawFeed } from './feed-formats.ts';
import { cleanXml, closeCutOffFeed } from './repair-xml.ts';

/** A fetched document, and when it was fetched. */
export interface FeedSource {
  bytes: Uint8Array;
  /** Where it came from, after redirects. */
  url: string;
  contentType?: string | undefined;
  now: Date;
}

/** Parses a feed of any format, repairing what it can. Undefined if it is none, such as a web page. */
export function parseFeed({ bytes, url, contentType, now }: FeedSource): Feed | undefined {
  const raw = readSyntax(decodeText(bytes, contentType));
  if (raw === undefined) return undefined;
  const siteUrl = raw.siteUrl === undefined ? undefined : toAbsolute(raw.siteUrl, url);
  const base = siteUrl ?? url;
  const entries = raw.entries.map(({ title, summary, content, authors, ...entry }) => ({
    url: entry.link === undefined ? undefined : toAbsolute(entry.link, base),
    title,
    summary,
    content,
    authors,
    publishedAt: readFeedDate(entry.date, now),
    image: entry.image === undefined ? undefined : toAbsolute(entry.image, base),
  }));
  const keys = entryKeys(
    entries.map(({ url: page, title }, at) => ({ url: page, title, guid: raw.entries[at]?.guid })),
  );
  const keyed = entries.map((entry, at): FeedEntry => ({ key: keys[at] ?? '', ...entry }));
  return {
    title: raw.title,
    siteUrl,
    language: raw.language,
    entries: keyed.filter(({ key }, at) => keys.indexOf(key) === at),
  };
}

function readSyntax(text: string): RawFeed | undefined {
  if (/^\s*\{/.test(text)) return read(text);
  const cleaned = cleanXml(text);
  const found = read(cleaned);
  if (found !== undefined) return found;
  const closed = closeCutOffFeed(cleaned);
  return closed === undefined ? undefined : read(closed);
}

/** Undefined if it is no feed, or a broken one. */
function read(text: string): RawFeed | undefined {
  try {
    const parsed = parseSyntax(text);
    switch (parsed.format) {
      case 'rss':
        return fromRss(parsed.feed);
      case 'rdf':
        return fromRdf(parsed.feed);
      case 'atom':
        return fromAtom(parsed.feed);
      case 'json':
        return fromJson(parsed.feed);
      default:
        return parsed satisfies never;
    }
  } catch (error) {
    const isBroken = [DetectError, MalformedError, ParseError].some((kind) => error instanceof kind);
    if (isBroken) return undefined;
    throw error;
  }
}
