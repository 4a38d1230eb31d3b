import { html } from 'hono/html';
import type { ArticleVersion } from '../../../src/library/versions.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatDate } from '../../../src/locales/format-date.ts';
import type { Html } from './layout.ts';

/** Under the facts of an article with earlier versions: a link to what changed. */
export function versionsNote(id: string, versions: readonly ArticleVersion[], { t, language }: Audience): Html {
  if (versions.length < 2) return html``;
  const count = t('web.versions', { count: versions.length });
  return html`<p class="note" lang="${language}">${count} · <a href="/articles/${id}/changes">${t('changes.title')}</a></p>`;
}

/** Under the facts of an earlier version: which one it is, and where the article is. */
export function earlierNote(
  id: string,
  { number, version }: { number: number; version: ArticleVersion | undefined },
  audience: Audience,
): Html {
  const { t, language } = audience;
  const date = versionDate(version, audience);
  return html`<p class="note" lang="${language}">${t('web.earlierVersion', { date })} · <a href="/articles/${id}">${t('web.newestVersion')}</a> · <a href="/articles/${id}/changes?since=${number}">${t('changes.title')}</a></p>`;
}

/** A link to the markup beside the text. */
export function whyNote(id: string, { t, language }: Audience): Html {
  return html`<p class="about" lang="${language}"><a href="/articles/${id}/why">${t('markup.title')}</a></p>`;
}

/** When a version was made. */
export function versionDate(version: ArticleVersion | undefined, audience: Audience): string {
  return formatDate(version?.stampedAt ?? version?.addedAt ?? null, audience) ?? '';
}
