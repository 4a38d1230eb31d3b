import { html } from 'hono/html';
import type { Article, Section } from '../../../src/article/article.ts';
import { linksOf, withRole } from '../../../src/article/links-of.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatDate } from '../../../src/locales/format-date.ts';
import { readingMinutes } from '../../../src/presenters/reading-time.ts';
import { sectionLabel } from '../../../src/view/label.ts';
import type { SocialCard } from '../embed/social-tags.ts';
import { pageOfSection, pagesOf, type ShownSection } from './article-parts.ts';
import { block, figure, link, media } from './blocks.ts';
import { type Html, layout } from './layout.ts';

const MAX_LISTED = 200;

/** An article as the page shows it. */
export interface ArticlePage {
  article: Article;
  /** Its address, without a page. */
  address: string;
  /** The page of a long article, from 1. */
  page: number;
  /** What stands under the facts: other versions, or which one this is. */
  note: Html;
  card?: SocialCard | undefined;
}

/** An article with its contents, and its links at the end. Undefined if it does not have so many pages. */
export function articlePage({ article, address, page, note, card }: ArticlePage, audience: Audience): Html | undefined {
  const { title, language, direction, sections } = article;
  const pages = pagesOf(article);
  const shown = pages[page - 1];
  if (shown === undefined) return undefined;
  const to = (number: number) => (pages.length === 1 ? '' : `${address}?page=${pageOfSection(pages, number)}`);
  const listed = listedSections(sections, { shown, page });
  const content = html`<article lang="${language ?? ''}" dir="${direction}">
<header><h1>${title}</h1>
${about(article, audience)}${note}</header>
${contents(listed, to, audience)}
${shown.map(section)}
${pageLinks({ pages: pages.length, page, address }, audience)}
${links(shown, audience)}
</article>`;
  return layout({ title, content, reader: true, card }, audience);
}

function about(article: Article, audience: Audience): Html {
  const { t, language } = audience;
  const date = formatDate(article.publishedAt, audience);
  const facts = [
    link(article.url, article.source),
    ...article.authors.map((author) => html`<span>${author}</span>`),
    ...(date === undefined ? [] : [html`<time datetime="${article.publishedAt ?? ''}">${date}</time>`]),
    html`<span>${t('about.minutes', { count: readingMinutes(article) })}</span>`,
  ];
  const origin = article.textFrom === 'feed' ? t('about.fromFeed') : t('about.fromSummary');
  const note = article.textFrom === undefined ? '' : html`<p class="note">${origin}</p>`;
  return html`<p class="about" lang="${language}">${facts}</p>${note}`;
}

/** All sections, on the first page; of an article with very many, on each page those that begin there. */
function listedSections(
  sections: readonly Section[],
  { shown, page }: { shown: readonly ShownSection[]; page: number },
): readonly Section[] {
  if (sections.length > MAX_LISTED) return shown.filter(({ isContinued }) => !isContinued);
  return page === 1 ? sections : [];
}

function contents(sections: readonly Section[], to: (number: number) => string, audience: Audience): Html {
  if (sections.length < 2) return html``;
  const items = sections.map(
    (one) => html`<li><a href="${to(one.number)}#${idOf(one)}">${sectionLabel(one, audience)}</a></li>`,
  );
  const name = audience.t('button.contents');
  return html`<nav class="contents" aria-label="${name}"><details open><summary lang="${audience.language}">${name}</summary><ol start="${sections[0]?.number ?? 0}">${items}</ol></details></nav>`;
}

function section(one: ShownSection): Html {
  const { isContinued, title, authors } = one;
  const heading = title === null || isContinued ? '' : html`<h2>${title}</h2>`;
  const byline =
    authors.length === 0 || isContinued
      ? ''
      : html`<p class="about">${authors.map((author) => html`<span>${author}</span>`)}</p>`;
  return html`<section id="${idOf(one)}">${heading}${byline}
${one.images.slice(0, 1).map(figure)}${one.text.map(block)}${one.images.slice(1).map(figure)}${one.media.map(media)}</section>`;
}

function pageLinks(
  { pages, page, address }: { pages: number; page: number; address: string },
  audience: Audience,
): Html {
  if (pages === 1) return html``;
  const { t, language } = audience;
  const to = (number: number, sign: string, rel: string) =>
    number < 1 || number > pages
      ? html`<span></span>`
      : html`<a rel="${rel}" href="${address}?page=${number}">${sign}</a>`;
  return html`<nav class="moves" lang="${language}">${to(page - 1, t('button.pageBefore'), 'prev')}
<span>${t('list.page', { page, pages })}</span> ${to(page + 1, t('button.pageAfter'), 'next')}</nav>`;
}

function links(sections: readonly Section[], { t, language }: Audience): Html {
  const all = linksOf(sections);
  const groups = [
    { name: t('links.title'), links: withRole(all, 'inline') },
    { name: t('links.related'), links: withRole(all, 'related') },
  ];
  return html`${groups
    .filter((group) => group.links.length > 0)
    .map(
      (group) => html`<details class="links"><summary lang="${language}">${group.name} ${group.links.length}</summary>
<ul>${group.links.map(({ url, text }) => html`<li>${link(url, text)}</li>`)}</ul></details>`,
    )}`;
}

function idOf({ number }: Pick<Section, 'number'>): string {
  return `s${number}`;
}
