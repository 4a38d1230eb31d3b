import { html } from 'hono/html';
import type { Article } from '../../../src/article/article.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { sectionLabel } from '../../../src/view/label.ts';
import { type Html, layout } from '../pages/layout.ts';
import type { ComparedMarkup, MarkupPart } from './compare-markup.ts';

/** The markup of an article beside what became of it: in which section it is, or why it is in none. */
export function whyPage(
  { article, compared }: { article: Article; compared: ComparedMarkup | undefined },
  audience: Audience,
): Html {
  const { t } = audience;
  const { id, title, language, direction } = article;
  const heading = html`<h1 lang="${language ?? ''}" dir="${direction}"><a href="/articles/${id}">${title}</a></h1>`;
  const name = `${title} · ${t('markup.title')}`;
  if (compared === undefined)
    return layout({ title: name, content: html`${heading}<p>${t('markup.gone')}</p>` }, audience);
  const { parts, pictures } = compared;
  const rows = parts.map((part) => row(part, article, audience));
  const images = pictures.map(
    ({ tag, isKept }) =>
      html`<tr><td><code dir="ltr">${tag}</code></td><td>${t(isKept ? 'markup.kept' : 'markup.dropped')}</td></tr>`,
  );
  const content = html`${heading}<p class="about"><span>${t('markup.title')}</span></p>
<div class="table why" tabindex="0"><table>${rows}</table></div>
<h2>${t('markup.pictures')} <small>${pictures.length}</small></h2>
<div class="table why" tabindex="0"><table>${images}</table></div>`;
  return layout({ title: name, content }, audience);
}

function row({ tag, text, section, leftOutBy }: MarkupPart, { id, sections }: Article, audience: Audience): Html {
  const found = sections.find(({ number }) => number === section);
  const place =
    found === undefined
      ? html`<strong>${audience.t(`markup.${leftOutBy ?? 'context'}`)}</strong>`
      : html`<a href="/articles/${id}?section=${found.number}#s${found.number}">${sectionLabel(found, audience)}</a>`;
  return html`<tr><td><code dir="ltr">${tag}</code><br><span dir="auto">${text}</span></td><td>${place}</td></tr>`;
}
