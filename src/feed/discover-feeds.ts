import { load } from 'cheerio/slim';
import { toAbsolute } from '../article/address.ts';

/** A fetched page. */
export interface PageSource {
  html: string;
  url: string;
  /** The `Link` header of the answer. */
  linkHeader?: string | undefined;
}

const FEED_TYPE = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)\b/i;
/** Some sites give their feeds a type that says less. */
const VAGUE_TYPE = /^(?:application|text)\/(?:xml|json)\b/i;
/** Where sites have their feed without saying so. */
const USUAL_PATHS = [
  '/feed',
  '/rss',
  '/feed.xml',
  '/rss.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/feeds/posts/default',
];
const LOOKS_LIKE_FEED = /(?:^|[/._?=-])(?:rss2?|feeds?|atom|rdf)(?:[/._?=&-]|\.?xml|$)/i;
/** Feeds of comments are declared beside those of articles, by WordPress on each page. */
const COMMENTS = /comment|kommentar|comentario|commentaire|评论|評論|コメント|댓글/i;
const MAX_FOUND = 20;

interface Candidate {
  href: string | undefined;
  title: string | undefined;
}

/**
 * The addresses where the feed of a page may be, the likeliest first: those that the page declares, in its order, feeds of
 * comments last; then links that look like feeds; then the usual paths of the site.
 */
export function discoverFeeds({ html, url, linkHeader = '' }: PageSource): string[] {
  const page = load(html);
  const base = toAbsolute(page('base[href]').attr('href') ?? '', url) ?? url;
  const declared = [...fromLinkHeader(linkHeader), ...fromHead(page)];
  const ordered = [...declared.filter((one) => !isForComments(one)), ...declared.filter(isForComments)];
  const linked = page('a[href]')
    .toArray()
    .map((anchor) => page(anchor).attr('href'))
    .filter((href) => href !== undefined && LOOKS_LIKE_FEED.test(href) && !COMMENTS.test(href));
  const usual = USUAL_PATHS.map((path) => new URL(path, url).href);
  const found = [...ordered.map(({ href }) => href), ...linked].flatMap((href) => toAbsolute(href ?? '', base) ?? []);
  return [...new Set([...found.slice(0, MAX_FOUND), ...usual])].filter((address) => address !== url);
}

function fromHead(page: ReturnType<typeof load>): Candidate[] {
  const links = page('link[href]')
    .toArray()
    .map((link) => page(link))
    .filter((link) => hasRel(link.attr('rel'), 'alternate') || hasRel(link.attr('rel'), 'feed'));
  const isFeed = (type = '') => FEED_TYPE.test(type.trim());
  const isVague = (type = '', href = '') => VAGUE_TYPE.test(type.trim()) && LOOKS_LIKE_FEED.test(href);
  return links
    .filter(
      (link) =>
        hasRel(link.attr('rel'), 'feed') || isFeed(link.attr('type')) || isVague(link.attr('type'), link.attr('href')),
    )
    .map((link) => ({ href: link.attr('href'), title: link.attr('title') }));
}

function hasRel(rel: string | undefined, wanted: string): boolean {
  return (rel ?? '').toLowerCase().split(/\s+/).includes(wanted);
}

/** Such as `</feed>; rel="alternate"; type="application/rss+xml"`: https://www.rfc-editor.org/rfc/rfc8288 */
function fromLinkHeader(header: string): Candidate[] {
  const links = [...header.slice(0, 10_000).matchAll(/<([^<>]*)>([^<]*)/g)];
  return links
    .filter(([, , parameters = '']) => /\brel\s*=\s*"?[^";]*\balternate\b/i.test(parameters))
    .filter(([, , parameters = '']) => FEED_TYPE.test(/\btype\s*=\s*"?([^";,\s]*)/i.exec(parameters)?.[1] ?? ''))
    .map(([, href, parameters = '']) => ({ href, title: /\btitle\s*=\s*"([^"]*)"/i.exec(parameters)?.[1] }));
}

function isForComments({ href = '', title = '' }: Candidate): boolean {
  return COMMENTS.test(href) || COMMENTS.test(title);
}
