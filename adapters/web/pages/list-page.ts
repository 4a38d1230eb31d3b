import { html } from 'hono/html';
import { type ArticleEntry, entryTimeMs } from '../../../src/library/entry.ts';
import type { Source } from '../../../src/library/library.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatDayMonth, formatWeekday } from '../../../src/locales/format-date.ts';
import { dayNameAt } from '../../../src/schedule/day-period.ts';
import type { Page } from '../../../src/view/paginate.ts';
import { entryList, hasDateAlone } from './entry-list.ts';
import { type Html, layout } from './layout.ts';
import { pageMoves } from './page-moves.ts';

/** A page of the newest articles, of all sites or one. */
export interface ArticleListPage {
  entries: readonly ArticleEntry[];
  total: number;
  /** The site that was chosen. */
  source: string | undefined;
  sources: readonly Source[];
  page: Page;
  now: Date;
}

/** The newest articles by day, the sites to choose from, and links to newer and older ones. */
export function listPage(list: ArticleListPage, audience: Audience): Html {
  const { entries, total, source, sources, now, page } = list;
  const { t } = audience;
  const title = source === undefined ? t('list.title') : t('list.titleFrom', { source });
  const feeds = source === undefined ? '/articles' : `/sources/${encodeURIComponent(source)}/articles`;
  const days = Map.groupBy(entries, (entry) => dayNameAt(new Date(entryTimeMs(entry)), zoneOf(entry, audience)));
  const groups = [...days].map(
    ([day, ofDay]) => html`<h2 class="day"><a href="/days/${day}">${dayTitle(day, now, audience)}</a></h2>
${entryList(
  ofDay.map((entry) => ({ entry })),
  audience,
)}`,
  );
  const address = (number: number) =>
    `/?${new URLSearchParams({ ...(source !== undefined && { source }), page: String(number) }).toString()}`;
  const content = html`<h1>${title}</h1>
<p class="about"><span>${total === 0 ? t('list.none') : t('list.total', { count: total })}</span><a href="${feeds}.atom" type="application/atom+xml">Atom</a><a href="${feeds}.json" type="application/feed+json">JSON Feed</a></p>
${siteMenu(sources, source, audience)}
${groups}
${pageMoves(page, address, newerAndOlder(audience))}`;
  return layout({ title, content, feeds }, audience);
}

/** A page of the articles of a day. */
export interface DayPage extends Pick<ArticleListPage, 'entries' | 'total' | 'page' | 'now'> {
  day: string;
  before: string;
  /** Nothing for the last day so far. */
  after: string | undefined;
}

/** The articles of a day, with the days before and after it. */
export function dayPage({ entries, total, page, now, day, before, after }: DayPage, audience: Audience): Html {
  const { t } = audience;
  const title = dayTitle(day, now, audience);
  const next =
    after === undefined ? '' : html`<a rel="next" href="/days/${after}">${dayTitle(after, now, audience)} ›</a>`;
  const content = html`<h1>${title}</h1>
<p class="about"><span>${t('list.total', { count: total })}</span></p>
${entryList(
  entries.map((entry) => ({ entry })),
  audience,
)}
${pageMoves(page, (number) => `/days/${day}?page=${number}`, newerAndOlder(audience))}
<nav class="moves"><a rel="prev" href="/days/${before}">‹ ${dayTitle(before, now, audience)}</a> ${next}</nav>`;
  return layout({ title, content }, audience);
}

/** What a search found, best first. */
export function searchPage(
  { words, hits }: { words: string; hits: readonly { entry: ArticleEntry; section: { number: number } }[] },
  audience: Audience,
): Html {
  const { t } = audience;
  const found = hits.length === 0 ? t('search.none', { words }) : t('search.found', { count: hits.length });
  const content = html`<h1>${t('search.title', { words })}</h1>
<p class="about" role="status"><span>${found}</span></p>
${entryList(
  hits.map(({ entry, section }) => ({ entry, section: section.number })),
  audience,
)}`;
  return layout({ title: words, words, content }, audience);
}

/** A date without a time is the same date everywhere. */
function zoneOf(entry: ArticleEntry, { zone }: Audience): string {
  return hasDateAlone(entry) ? 'UTC' : zone;
}

function newerAndOlder({ t }: Audience) {
  return { previous: t('button.newer'), next: t('button.older') };
}

function dayTitle(day: string, now: Date, { language }: Audience): string {
  const at = new Date(day);
  const place = { language, zone: 'UTC' };
  return `${formatDayMonth(at, now, place)} · ${formatWeekday(at, place)}`;
}

function siteMenu(sources: readonly Source[], chosen: string | undefined, { t }: Audience): Html {
  if (sources.length < 2) return html``;
  const current = html`aria-current="page"`;
  const all = html`<li><a href="/" ${chosen === undefined ? current : ''}>${t('web.all')}</a></li>`;
  const items = sources.map(
    ({ source, name, articles }) =>
      html`<li><a href="/?source=${encodeURIComponent(source)}" ${source === chosen ? current : ''}>${name ?? source} <small>${articles}</small></a></li>`,
  );
  return html`<nav class="sites" aria-label="${t('web.sites')}"><ul>${all}${items}</ul></nav>`;
}
