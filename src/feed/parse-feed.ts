import { load } from 'cheerio';
import {
  type Atom,
  DetectError,
  type Json,
  MalformedError,
  ParseError,
  parseFeed as parseSyntax,
  type Rdf,
  type Rss,
} from 'feedsmith';
import { toAbsolute } from '../article/address.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { shorten } from '../text/shorten.ts';
import { decodeText } from './decode-text.ts';
import { entryKeys } from './entry-key.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { readFeedDate } from './feed-date.ts';
import { cleanXml, closeCutOffFeed } from './repair-xml.ts';

/** A fetched document, and when it was fetched. */
export interface FeedSource {
  bytes: Uint8Array;
  /** Where it came from, after redirects. */
  url: string;
  contentType?: string | undefined;
  now: Date;
}

/** Nobody reads more of one title; some feeds put the whole text there. */
const MAX_TITLE = 500;
/** Markup and entities make a title longer. */
const MAX_SOURCE = 20_000;

/** An entry before its keys and addresses are made. */
interface RawEntry extends Omit<FeedEntry, 'key' | 'url' | 'publishedAt' | 'image'> {
  link: string | undefined;
  guid: string | undefined;
  date: string | undefined;
  image: string | undefined;
}

interface RawFeed extends Pick<Feed, 'title' | 'siteUrl' | 'language'> {
  entries: RawEntry[];
}

/** Parses a feed of any format, repairing what it can. Undefined if it is none, such as a web page. */
export function parseFeed({ bytes, url, contentType, now }: FeedSource): Feed | undefined {
  const raw = readSyntax(decodeText(bytes, contentType));
  if (raw === undefined) return undefined;
  const siteUrl = raw.siteUrl === undefined ? undefined : toAbsolute(raw.siteUrl, url);
  const base = siteUrl ?? url;
  const entries = raw.entries.map(({ link, date, image, guid, ...entry }) => ({
    ...entry,
    guid,
    url: link === undefined ? undefined : toAbsolute(link, base),
    publishedAt: readFeedDate(date, now),
    image: image === undefined ? undefined : toAbsolute(image, base),
  }));
  const keys = entryKeys(entries);
  const keyed = entries.map(({ guid: _, ...entry }, at): FeedEntry => ({ key: keys[at] ?? '', ...entry }));
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

function fromRss({ title, link, language, dc, xml, items = [] }: Rss.Feed<string>): RawFeed {
  return {
    title: toLine(title),
    siteUrl: link,
    language: language ?? dc?.languages?.[0] ?? xml?.lang,
    entries: items.map((item) => {
      const { guid, media } = item;
      return {
        link: item.link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
        guid: guid?.value,
        title: toLine(item.title) ?? '',
        summary: item.description,
        content: item.content?.encoded,
        authors: names([...(item.dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name)]),
        date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
        image:
          item.enclosures?.find(({ type = '' }) => type.startsWith('image/'))?.url ??
          media?.contents?.find(({ medium, type = '' }) => medium === 'image' || type.startsWith('image/'))?.url ??
          media?.thumbnails?.[0]?.url,
      };
    }),
  };
}

function fromRdf({ title, link, dc, items = [] }: Rdf.Feed<string>): RawFeed {
  return {
    title: toLine(title),
    siteUrl: link,
    language: dc?.languages?.[0],
    entries: items.map((item) => ({
      link: item.link ?? item.rdf?.about,
      guid: item.rdf?.about,
      title: toLine(item.title) ?? '',
      summary: item.description,
      content: item.content?.encoded,
      authors: names(item.dc?.creators ?? []),
      date: item.dc?.dates?.[0],
      image: undefined,
    })),
  };
}

function fromAtom({ title, links = [], xml, entries = [] }: Atom.Feed<string>): RawFeed {
  return {
    title: toLine(title?.value),
    siteUrl: links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
    language: xml?.lang,
    entries: entries.map((entry) => {
      const linked = entry.links ?? [];
      const alternates = linked.filter(({ rel = 'alternate' }) => rel === 'alternate');
      const page = alternates.find(({ type = 'text/html' }) => /html/i.test(type)) ?? alternates[0];
      return {
        link: page?.href ?? (/^https?:/i.test(entry.id ?? '') ? entry.id : undefined),
        guid: entry.id,
        title: toLine(entry.title?.value) ?? '',
        summary: entry.summary?.value,
        content: entry.content?.value,
        authors: names((entry.authors ?? []).map(({ name }) => name)),
        date: entry.published ?? entry.updated,
        image:
          linked.find(({ rel, type = '' }) => rel === 'enclosure' && type.startsWith('image/'))?.href ??
          entry.media?.thumbnails?.[0]?.url,
      };
    }),
  };
}

function fromJson({ title, home_page_url: siteUrl, language, items = [] }: Json.Feed<string>): RawFeed {
  return {
    title: toLine(title),
    siteUrl,
    language,
    entries: items.map((item) => ({
      link: item.url ?? item.external_url,
      guid: item.id,
      title: toLine(item.title) ?? '',
      summary: item.summary,
      content: item.content_html ?? (item.content_text === undefined ? undefined : escapeText(item.content_text)),
      authors: names((item.authors ?? []).map(({ name }) => name)),
      date: item.date_published ?? item.date_modified,
      image: item.image ?? item.banner_image,
    })),
  };
}

/** Titles are HTML in most feeds and text in some; a text that is no markup stays as it is. */
function toLine(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const start = title.slice(0, MAX_SOURCE);
  const text = /[<&]/.test(start) ? load(start, null, false).text() : start;
  const line = collapseSpace(text).trim();
  return line === '' ? undefined : shorten(line, MAX_TITLE);
}

function names(given: readonly (string | undefined)[]): string[] {
  return [...new Set(given.flatMap((name) => toLine(name) ?? []))];
}

function escapeText(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`)
    .join('');
}
