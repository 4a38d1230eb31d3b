import type { Article } from '../article/article.ts';
import type { ArticleEntry } from '../library/entry.ts';
import type { Audience } from '../locales/audience.ts';
import { messageView } from '../view/message-view.ts';
import { heading, openAction, subline } from '../view/spans.ts';
import type { Action, View } from '../view/view.ts';
import { entryActions, entrySpans } from './entry.ts';

/** An article with its topics and related articles. */
export interface Related {
  keywords: readonly string[];
  entries: readonly ArticleEntry[];
}

/** Related articles as buttons; `subscribe` are the buttons that subscribe to a topic. */
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

/** The button that opens related articles, if there are any. */
export function relatedActions(id: string, { entries }: Related, { t }: Audience): Action[] {
  return entries.length === 0 ? [] : [openAction(t('button.related', { count: entries.length }), `/related ${id}`)];
}
