import type { Article } from '../article/article.ts';
import type { ArticleEntry } from '../library/entry.ts';
import type { Audience } from '../locales/audience.ts';
import { messageView } from '../view/message-view.ts';
import { heading, openAction, subline } from '../view/spans.ts';
import type { Action, View } from '../view/view.ts';
import { entryActions, entrySpans } from './entry.ts';

/** What an article is about, and the articles about the same. */
export interface Related {
  keywords: readonly string[];
  entries: readonly ArticleEntry[];
}

/** The articles about the same as one, each a button; `subscribe` offers what it is about as a subscription. */
export function relatedView(
  { id, title }: Pick<Article, 'id' | 'title'>,
  { keywords, entries, subscribe }: Related & { subscribe: readonly Action[] },
  audience: Audience,
): View {
  const { t } = audience;
  const back: Action = { label: t('button.back'), role: 'move', command: `/article ${id}` };
  if (entries.length === 0) return messageView(t('related.none', { title }), { actions: [...subscribe, back] });
  return {
    blocks: [
      heading(t('related.title', { title })),
      ...subline([keywords.join(t('join.names'))]),
      { kind: 'list', ordered: true, start: 1, items: entries.map((entry) => entrySpans(entry, audience)) },
    ],
    actions: [...entryActions(entries), ...subscribe, back],
    list: { of: `related ${id}`, first: 1, articles: entries.map((entry) => entry.id), titles: 'text' },
  };
}

/** The button that opens them; none where there are none. */
export function relatedActions(id: string, { entries }: Related, { t }: Audience): Action[] {
  return entries.length === 0 ? [] : [openAction(t('button.related', { count: entries.length }), `/related ${id}`)];
}
