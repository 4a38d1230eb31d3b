import { readFeedDate } from '../../feed/feed-date.ts';
import type { LdArticle } from './ld-article.ts';
import type { PageFacts } from './page-facts.ts';

/** Names of `<meta>` and microdata with the time of publication, the most reliable first. */
const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dc.terms.created',
  'citation_publication_date',
  'citation_date',
  'publish-date',
  'publish_date',
  'publishdate',
  'pubdate',
  'published_at',
  'published',
  'article.published',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'last-modified-date',
  'date',
  'datecreated',
  'originalpublicationdate',
  'og:pubdate',
  'ptime',
];

/** The time of publication as ISO 8601 in UTC, or a date without a time; undefined if the page does not say it. */
export function chooseDate(facts: PageFacts, article: LdArticle | undefined, now: Date): string | undefined {
  const property = (name: string) => facts.properties.filter((one) => one.name === name).map(({ value }) => value);
  const named = DATE_NAMES.flatMap((name) => [...(facts.metas.get(name) ?? []), ...property(name)]);
  const marked = facts.times.filter(({ isPublication }) => isPublication);
  const others = facts.times.filter(({ isPublication }) => !isPublication);
  const candidates = [article?.published, ...named, ...[...marked, ...others].map(({ value }) => value)];
  const dates = candidates.flatMap((value) => toDate(value, now) ?? []);
  const [first] = dates;
  if (first === undefined || first.includes('T')) return first;
  // A later source may know the time of that day.
  return dates.find((date) => date.includes('T') && date.startsWith(first)) ?? first;
}

function toDate(value: string | undefined, now: Date): string | undefined {
  const text = value?.trim() ?? '';
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2})(?::?(\d{2}))?(.*))?$/.exec(text);
  const full = compact === null ? text : expand(compact);
  const date = readFeedDate(full.replace(/\[.*\]$/, ''), now);
  return date !== undefined && !/\d[T\s,]+(?:at\s+)?\d{1,2}:\d{2}|^\d{13}$/i.test(full) ? date.slice(0, 10) : date;
}

function expand([, year, month, day, hour, minute = '00', second = '00', zone = '']: RegExpExecArray): string {
  return hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}
