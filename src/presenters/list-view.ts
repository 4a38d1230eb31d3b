import type { ArticleEntry } from '../library/entry.ts';
import type { Audience } from '../locales/audience.ts';
import { messageView } from '../view/message-view.ts';
import { paginate } from '../view/paginate.ts';
import { heading, openAction, subline } from '../view/spans.ts';
import type { View } from '../view/view.ts';
import { entryActions, entrySpans } from './entry.ts';
import { pageMoves } from './moves.ts';

/** A page of the newest articles of all sites or one. */
export interface ArticleList {
  entries: readonly ArticleEntry[];
  total: number;
  source: string | undefined;
  /** From 1. */
  page: number;
  /** Articles per page. */
  size: number;
}

/** A page of numbered articles with buttons, and buttons for newer and older pages. */
export function listView({ entries, total, source, page, size }: ArticleList, audience: Audience): View {
  const { t } = audience;
  const { pages, previous, next } = paginate(total, page, size);
  const moves = pageMoves({ newer: pageCommand(source, previous), older: pageCommand(source, next) }, audience);
  if (total === 0) return noArticlesView(audience);
  if (entries.length === 0) return messageView(t('list.pastEnd', { pages }), { actions: moves });
  const first = (page - 1) * size + 1;
  return {
    blocks: [
      heading(source === undefined ? t('list.title') : t('list.titleFrom', { source })),
      ...subline([pages > 1 ? t('list.page', { page, pages }) : undefined, t('list.total', { count: total })]),
      { kind: 'list', ordered: true, start: first, items: entries.map((entry) => entrySpans(entry, audience)) },
    ],
    actions: [...entryActions(entries, { first }), ...moves],
    list: { of: `articles ${source ?? ''}`.trim(), first, articles: entries.map(({ id }) => id), titles: 'text' },
  };
}

/** What a library without articles has to say. */
export function noArticlesView({ t }: Audience): View {
  return messageView(t('list.none'), { actions: [openAction(t('button.help'), '/help')] });
}

// Leaves room in a button's command for the rest of it; the start of a long host is enough to find the site by.
const SOURCE_CHARS = 45;

function pageCommand(source: string | undefined, page: number | undefined): string | undefined {
  if (page === undefined) return undefined;
  const parts = ['/articles', source?.slice(0, SOURCE_CHARS), page === 1 ? undefined : String(page)];
  return parts.filter((part) => part !== undefined).join(' ');
}
