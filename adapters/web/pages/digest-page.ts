import { html } from 'hono/html';
import type { Digest, DigestItem, DigestSection } from '../../../src/digest/digest.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatDate, formatDay, formatDayMonth } from '../../../src/locales/format-date.ts';
import { paginate } from '../../../src/view/paginate.ts';
import type { SocialCard } from '../embed/social-tags.ts';
import { link, picture } from './blocks.ts';
import { type Html, layout } from './layout.ts';
import { pageMoves } from './page-moves.ts';

/** A digest as the page shows it. */
export interface DigestPage {
  digest: Digest;
  /** The address of a page of it, and of another form. */
  toPage(page: number): string;
  toForm(form: 'email' | 'text'): string;
  page: number;
  size: number;
  /** Such as when it arrives, if it has not yet. */
  note: string | undefined;
  now: Date;
  card?: SocialCard | undefined;
}

/** A digest with its articles, which open here. */
export function digestPage(
  { digest, toPage, toForm, page, size, note, now, card }: DigestPage,
  audience: Audience,
): Html {
  const { t } = audience;
  const { total, items, style, first } = digest;
  const title = digestTitle(digest, now, audience);
  const moves = pageMoves(paginate(total, page, size), toPage, {
    previous: t('button.pageBefore'),
    next: t('button.pageAfter'),
  });
  const noted = note === undefined ? '' : html`<span>${note}</span>`;
  const content = html`<h1>${title}</h1>
<p class="about"><span>${t('digest.total', { count: total })}</span>${noted}</p>
${total === 0 ? html`<p>${t('digest.nothing')}</p>` : ''}
<ol class="entries digest ${style}" start="${first}">${items.map((item) => entry(item, audience))}</ol>
${moves}
<p class="about"><a href="/digests">${t('web.digests')}</a><a href="${toForm('email')}">${t('web.asEmail')}</a><a href="${toForm('text')}">${t('web.asText')}</a></p>`;
  return layout({ title, content, card }, audience);
}

/** What a digest is called, with its day, and the year if it is another one. */
export function digestTitle({ title, date }: Pick<Digest, 'title' | 'date'>, now: Date, audience: Audience): string {
  return [title, digestDayName(new Date(date), now, audience)].join(' · ');
}

/** `Thu 2 May`, and `2 May 2023` of another year. */
export function digestDayName(date: Date, now: Date, audience: Audience): string {
  const withYear = formatDayMonth(date, now, audience);
  return formatDayMonth(date, date, audience) === withYear ? formatDay(date, audience) : withYear;
}

function entry(item: DigestItem, audience: Audience): Html {
  const { id, title, url, source, publishedAt, updated, summary, written, image, sections } = item;
  const date = formatDate(publishedAt, audience);
  const facts = [
    ...(updated ? [html`<strong>${audience.t('digest.updated')}</strong>`] : []),
    link(url, source),
    ...(date === undefined ? [] : [html`<span>${date}</span>`]),
  ];
  const mark = written ? html` <small>${audience.t('about.machineWritten')}</small>` : '';
  return html`<li dir="auto"><a class="headline" href="/articles/${id}">${title}</a>
<p class="about" lang="${audience.language}">${facts}</p>
${image === null ? '' : picture(image)}${summary ? html`<p dir="auto">${summary}${mark}</p>` : ''}${parts(id, sections)}</li>`;
}

function parts(id: string, sections: readonly DigestSection[]): Html {
  const titled = sections.filter(({ number }) => number > 0);
  if (titled.length === 0) return html``;
  const items = titled.map(
    ({ number, title, summary }) =>
      html`<li dir="auto"><a href="/articles/${id}?section=${number}#s${number}">${title ?? summary}</a>${title !== null && summary !== '' ? html` ${summary}` : ''}</li>`,
  );
  return html`<ul>${items}</ul>`;
}
