import { articleId } from '../article/address.ts';
import { escapeAttribute } from '../html/serialize-html.ts';
import { DECLARED } from '../snapshot/declared-facts.ts';
import type { Completeness } from './capture.ts';

/** All that a snapshot says of an article. */
export interface SnapshotParts {
  url: string;
  title: string;
  authors: readonly string[];
  /** ISO 8601 in UTC, or a date without a time. */
  published: string | undefined;
  /** BCP 47. */
  language: string | undefined;
  image: string | undefined;
  /** A text from beside the headline that `html` does not show as the article's. */
  standfirst?: string | undefined;
  completeness: Completeness;
  /** The HTML of the article, or of the whole `<body>`. */
  html: string;
}

/** Writes a snapshot file. Its stamp is the time of publication, or `now` if that is not known. */
export function composeSnapshot({ url, title, html, ...parts }: SnapshotParts, now: Date): string {
  const stamp = parts.published === undefined ? now.getTime() : Date.parse(parts.published);
  const head = [
    ...parts.authors.map((author) => meta(DECLARED.author, author)),
    ...(parts.published === undefined ? [] : [meta(DECLARED.published, parts.published)]),
    ...(parts.image === undefined ? [] : [meta(DECLARED.image, parts.image)]),
    ...(parts.standfirst === undefined ? [] : [meta(DECLARED.standfirst, parts.standfirst)]),
    ...(parts.completeness === 'full' ? [] : [meta(DECLARED.text, parts.completeness)]),
  ];
  const lang = parts.language === undefined ? '' : ` lang="${escapeAttribute(parts.language)}"`;
  const page = `<html${lang}><head>${head.join('')}</head><body>${html}</body></html>`;
  return `<!--${stamp}-->\n[${toHeaderTitle(title)}](${url})\n------\n\n${page}\n`;
}

/** A name for the file of an address, as `example.org/night-bus-x1y2z3a4b.md`. */
export function snapshotName(url: string): string {
  const { hostname, pathname } = new URL(url);
  const host = hostname
    .replace(/^www\./, '')
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const [last = ''] = pathname
    .split('/')
    .filter((part) => /[a-z]{3}/i.test(part))
    .toReversed();
  const slug = last
    .toLowerCase()
    .replace(/\.[a-z]{2,5}$/, '')
    .replace(/%[0-9a-f]{2}|[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_UNITS)
    .replace(/^-+|-+$/g, '');
  return `${host.slice(0, MAX_HOST_UNITS) || 'host'}/${slug === '' ? '' : `${slug}-`}${articleId(url)}.md`;
}

const MAX_SLUG_UNITS = 60;
const MAX_HOST_UNITS = 100;

function meta(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeAttribute(content)}">`;
}

/** A title in the header must not look like the link's end, nor change when its references are decoded. */
function toHeaderTitle(title: string): string {
  return title.replaceAll('&', '&amp;').replaceAll('](', ']&#40;');
}
