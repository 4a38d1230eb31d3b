import { html } from 'hono/html';
import { type ArticleEntry, entryTimeMs } from '../../../src/library/entry.ts';
import type { Source } from '../../../src/library/library.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatClock, formatDayMonth, formatWeekday } from '../../../src/locales/format-date.ts';
import type { Page } from '../../../src/view/paginate.ts';
import { type Html, layout } from './layout.ts';

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

const DATE_ALONE = /^\d{4}-\d{2}-\d{2}$/;

/** The newest articles by day, the sites to choose from, and links to newer and older ones. */
export function listPage(list: ArticleListPage, audience: Audience): Html {
  const { entries, total, source, sources } = list;
  const { t } = audience;
  const title = source === undefined ? t('list.title') : t('list.titleFrom', { source });
  const days = Map.groupBy(entries, (entry) => dayOf(entry, list.now, audience));
  const content = html`<h1>${title}</h1>
<p class="about"><span>${total === 0 ? t('list.none') : t('list.total', { count: total })}</span></p>
${siteMenu(sources, source, audience)}
${[...days].map(([day, ofDay]) => html`<h2 class="day">${day}</h2>${entryList(ofDay, audience)}`)}
${moves(list, audience)}`;
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
<p class="about"><span>${found}</span></p>
<ul class="entries">${hits.map(({ entry, section }) => item(entry, audience, section.number))}</ul>`;
  return layout({ title: words, words, content }, audience);
}

function entryList(entries: readonly ArticleEntry[], audience: Audience): Html {
  return html`<ul class="entries">${entries.map((entry) => item(entry, audience))}</ul>`;
}

function item(entry: ArticleEntry, audience: Audience, section = 0): Html {
  const { id, title, source, summary, language, direction, publishedAt } = entry;
  const at = new Date(entryTimeMs(entry));
  const clock =
    publishedAt !== null && !DATE_ALONE.test(publishedAt) ? html`<span>${formatClock(at, audience)}</span>` : '';
  const place = section === 0 ? '' : `#s${section}`;
  return html`<li lang="${language ?? ''}" dir="${direction}"><a class="headline" href="/articles/${id}${place}">${title}</a>
<p class="about"><span>${source}</span>${clock}</p><p>${summary}</p></li>`;
}

function dayOf(entry: ArticleEntry, now: Date, audience: Audience): string {
  const at = new Date(entryTimeMs(entry));
  const isDate = entry.publishedAt !== null && DATE_ALONE.test(entry.publishedAt);
  const place = { language: audience.language, zone: isDate ? 'UTC' : audience.zone };
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

function moves({ source, page }: ArticleListPage, { t }: Audience): Html {
  const to = (number: number | undefined, label: string, rel: string) => {
    if (number === undefined) return '';
    const query = new URLSearchParams({ ...(source !== undefined && { source }), page: String(number) });
    return html`<a rel="${rel}" href="/?${query.toString()}">${label}</a>`;
  };
  return html`<nav class="moves">${to(page.previous, t('button.newer'), 'prev')} ${to(page.next, t('button.older'), 'next')}</nav>`;
}
