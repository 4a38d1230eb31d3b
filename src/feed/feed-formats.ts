import { load } from 'cheerio/slim';
import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import { collapseSpace } from '../text/collapse-space.ts';
import { shorten } from '../text/shorten.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** Nobody reads more of one title; some feeds put the whole text there. */
const MAX_TITLE = 500;
/** Markup and entities make a title longer. */
const MAX_SOURCE = 20_000;

/** An entry before its keys and addresses are made. */
export interface RawEntry extends Omit<FeedEntry, 'key' | 'url' | 'publishedAt' | 'image'> {
  link: string | undefined;
  guid: string | undefined;
  date: string | undefined;
  image: string | undefined;
}

/** What a feed says, in one shape for all formats. */
export interface RawFeed extends Pick<Feed, 'title' | 'siteUrl' | 'language'> {
  entries: RawEntry[];
}

export function fromRss({ title, link, language, dc, xml, items = [] }: RssFeed.Feed<string>): RawFeed {
  return {
    title: toLine(title),
    siteUrl: link,
    language: language ?? dc?.languages?.[0] ?? xml?.lang,
    entries: items.map((item) => {
      const { guid } = item;
      return {
        link: item.link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
        guid: guid?.value,
        title: toLine(item.title) ?? '',
        summary: item.description,
        content: item.content?.encoded,
        authors: names([...(item.dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name)]),
        date: dateOf(item),
        image: imageOf(item),
      };
    }),
  };
}

function dateOf({ pubDate, dc, atom }: RssFeed.Item<string>): string | undefined {
  return pubDate ?? dc?.dates?.[0] ?? atom?.published ?? atom?.updated;
}

function imageOf({ enclosures = [], media }: RssFeed.Item<string>): string | undefined {
  const isImage = ({ medium = '', type = '' }: { medium?: string; type?: string }) =>
    medium === 'image' || type.startsWith('image/');
  return enclosures.find(isImage)?.url ?? media?.contents?.find(isImage)?.url ?? media?.thumbnails?.[0]?.url;
}

export function fromRdf({ title, link, dc, items = [] }: RdfFeed.Feed<string>): RawFeed {
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

export function fromAtom({ title, links = [], xml, entries = [] }: AtomFeed.Feed<string>): RawFeed {
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

export function fromJson({ title, home_page_url: siteUrl, language, items = [] }: JsonFeed.Feed<string>): RawFeed {
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
