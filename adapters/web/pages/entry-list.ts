import { html } from 'hono/html';
import { type ArticleEntry, entryTimeMs } from '../../../src/library/entry.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatClock } from '../../../src/locales/format-date.ts';
import type { Html } from './layout.ts';

const DATE_ALONE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether an article has only a date, without a time of day. */
export function hasDateAlone({ publishedAt }: Pick<ArticleEntry, 'publishedAt'>): boolean {
  return publishedAt !== null && DATE_ALONE.test(publishedAt);
}

/** Articles with their summaries. A `section` is what a search found in one. */
export function entryList(entries: readonly { entry: ArticleEntry; section?: number }[], audience: Audience): Html {
  return html`<ul class="entries">${entries.map(({ entry, section }) => item(entry, section ?? 0, audience))}</ul>`;
}

function item(entry: ArticleEntry, section: number, audience: Audience): Html {
  const { id, title, source, summary, language, direction, publishedAt } = entry;
  const at = new Date(entryTimeMs(entry));
  const clock = publishedAt === null || hasDateAlone(entry) ? '' : html`<span>${formatClock(at, audience)}</span>`;
  const place = section === 0 ? '' : `?section=${section}#s${section}`;
  return html`<li lang="${language ?? ''}" dir="${direction}"><a class="headline" href="/articles/${id}${place}">${title}</a>
<p class="about"><span>${source}</span>${clock}</p><p>${summary}</p></li>`;
}
