import { html } from 'hono/html';
import type { Article, Section } from '../../../src/article/article.ts';
import { linksOf, withRole } from '../../../src/article/links-of.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatDate } from '../../../src/locales/format-date.ts';
import { readingMinutes } from '../../../src/presenters/reading-time.ts';
import { sectionLabel } from '../../../src/view/label.ts';
import { block, figure, link, media } from './blocks.ts';
import { type Html, layout } from './layout.ts';

/** An article with its contents, and its links at the end. */
export function articlePage(article: Article, audience: Audience): Html {
  const { title, language, direction, sections } = article;
  const content = html`<article lang="${language ?? ''}" dir="${direction}">
<header><h1>${title}</h1>
${about(article, audience)}</header>
${contents(sections, audience)}
${sections.map(section)}
${links(sections, audience)}
</article>`;
  return layout({ title, content }, audience);
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

function contents(sections: readonly Section[], audience: Audience): Html {
  if (sections.length < 2) return html``;
  const items = sections.map((one) => html`<li><a href="#${idOf(one)}">${sectionLabel(one, audience)}</a></li>`);
  const name = audience.t('button.contents');
  return html`<nav class="contents" aria-label="${name}"><details open><summary lang="${audience.language}">${name}</summary><ol start="0">${items}</ol></details></nav>`;
}

function section(one: Section): Html {
  const heading = one.title === null ? '' : html`<h2>${one.title}</h2>`;
  const authors =
    one.authors.length === 0
      ? ''
      : html`<p class="about">${one.authors.map((author) => html`<span>${author}</span>`)}</p>`;
  return html`<section id="${idOf(one)}">${heading}${authors}
${one.images.slice(0, 1).map(figure)}${one.text.map(block)}${one.images.slice(1).map(figure)}${one.media.map(media)}</section>`;
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

function idOf({ number }: Section): string {
  return `s${number}`;
}
