import type { Audience } from '../locales/audience.ts';
import type { SavedArticle } from '../subscription/saved-articles.ts';
import { paginate } from '../view/paginate.ts';
import { heading, openAction, sentence, subline } from '../view/spans.ts';
import type { Action, Span, View } from '../view/view.ts';
import { entryActions, onNextLine, whereAndWhen } from './entry.ts';
import { pageMoves } from './moves.ts';

const PAGE_SIZE = 10;

/** How the list is shown: to open its articles, or to remove them. */
export const savedModes = ['open', 'remove'] as const;

type SavedMode = (typeof savedModes)[number];

/** A page of a person's saved articles, with a button to open or remove each. */
export function savedView(
  saved: readonly SavedArticle[],
  { page: asked, mode }: { page: number; mode: SavedMode },
  audience: Audience,
): View {
  const { t } = audience;
  if (saved.length === 0) {
    const actions = [openAction(t('button.newest'), '/articles')];
    return { blocks: [sentence(t('saved.none'))], actions };
  }
  // Removing the last article of a page leaves the page before.
  const page = Math.min(asked, paginate(saved.length, 1, PAGE_SIZE).pages);
  const { pages, previous, next } = paginate(saved.length, page, PAGE_SIZE);
  const first = (page - 1) * PAGE_SIZE + 1;
  const shown = saved.slice(first - 1, first - 1 + PAGE_SIZE);
  const command = (id: string) => (mode === 'open' ? `/article ${id}` : `/unsave ${id}`);
  return {
    blocks: [
      heading(t(mode === 'open' ? 'saved.title' : 'saved.which')),
      ...subline([pages > 1 ? t('list.page', { page, pages }) : undefined, t('list.total', { count: saved.length })]),
      { kind: 'list', ordered: true, start: first, items: shown.map((one) => lineOf(one, audience)) },
    ],
    actions: [
      ...entryActions(shown, { first, command }),
      ...pageMoves({ newer: pageCommand(mode, previous), older: pageCommand(mode, next) }, audience),
      modeAction(mode, page, audience),
    ],
    list: { of: 'saved', first, articles: shown.map(({ id }) => id), titles: mode === 'open' ? 'text' : 'buttons' },
  };
}

/** The title leads to the original: the article may have left the library. */
function lineOf(saved: SavedArticle, audience: Audience): Span[] {
  return [{ kind: 'link', text: saved.title, url: saved.url }, ...onNextLine(whereAndWhen(saved, audience))];
}

function pageCommand(mode: SavedMode, page: number | undefined): string | undefined {
  if (page === undefined) return undefined;
  return mode === 'open' ? `/saved ${page}` : `/saved ${page} remove`;
}

function modeAction(mode: SavedMode, page: number, { t }: Audience): Action {
  return mode === 'open'
    ? openAction(t('button.remove'), `/saved ${page} remove`)
    : { label: t('button.back'), role: 'move', command: `/saved ${page}` };
}
