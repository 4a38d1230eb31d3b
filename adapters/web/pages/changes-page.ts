import { html } from 'hono/html';
import type { Article } from '../../../src/article/article.ts';
import { listChanges, type SectionChange } from '../../../src/library/list-changes.ts';
import type { ArticleVersion } from '../../../src/library/versions.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { sectionLabel } from '../../../src/view/label.ts';
import { type Html, layout } from './layout.ts';
import { versionDate } from './version-notes.ts';

interface Changes {
  article: Article;
  earlier: Article;
  /** Of the earlier version, as `ArticleVersion` counts. */
  number: number;
  versions: readonly ArticleVersion[];
}

/** Beyond this a browser scrolls badly; the versions themselves have the rest. */
const MAX_SHOWN_UNITS = 200_000;

/** What changed in an article since an earlier version: its title, the paragraphs of each section, and all versions to compare with. */
export function changesPage({ article, earlier, number, versions }: Changes, audience: Audience): Html {
  const { t, language } = audience;
  const { id, title } = article;
  const changes = listChanges(earlier, article);
  const isSameTitle = title === earlier.title;
  const name = t('changes.since', { date: versionDate(versions[number - 1], audience) });
  const headline = isSameTitle ? '' : html`<p><del>${earlier.title}</del></p><p><ins>${title}</ins></p>`;
  const content = html`<h1 lang="${article.language ?? ''}" dir="${article.direction}"><a href="/articles/${id}">${title}</a></h1>
<p class="about"><span>${name}</span></p>
${versionList(id, { versions, number }, audience)}
<div class="changes" lang="${article.language ?? ''}" dir="${article.direction}">${headline}
${changes.length === 0 && isSameTitle ? html`<p lang="${language}">${t('changes.none')}</p>` : sections(changes, audience)}</div>`;
  return layout({ title: `${title} · ${t('changes.title')}`, content }, audience);
}

function sections(changes: readonly SectionChange[], audience: Audience): Html[] {
  let units = 0;
  const isShown = (text: string) => {
    units += text.length;
    return units <= MAX_SHOWN_UNITS;
  };
  return changes.map(({ kind, section, gained, lost }) => {
    const mark = kind === 'changed' ? '' : html` <small lang="${audience.language}">${audience.t(KINDS[kind])}</small>`;
    return html`<section><h2>${sectionLabel(section, audience)}${mark}</h2>
${lost.filter(isShown).map((text) => html`<p><del>${text}</del></p>`)}${gained.filter(isShown).map((text) => html`<p><ins>${text}</ins></p>`)}</section>`;
  });
}

const KINDS = { added: 'changes.added', removed: 'changes.removed' } as const;

function versionList(
  id: string,
  { versions, number }: { versions: readonly ArticleVersion[]; number: number },
  audience: Audience,
): Html {
  const items = versions.map((version, at) => {
    const own = at + 1;
    const date = versionDate(version, audience);
    const address = own === 1 ? `/articles/${id}` : `/articles/${id}/versions/${own}`;
    const compare =
      own === 1
        ? ''
        : html` · <a href="/articles/${id}/changes?since=${own}" ${own === number ? html`aria-current="page"` : ''}>${audience.t('changes.title')}</a>`;
    return html`<li><a href="${address}">${date}</a>${compare}</li>`;
  });
  return html`<nav class="contents" aria-label="${audience.t('web.versions', { count: versions.length })}"><ol>${items}</ol></nav>`;
}
