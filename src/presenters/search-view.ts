import type { SearchHit } from '../library/library.ts';
import type { Audience } from '../locales/audience.ts';
import { numberedLabel } from '../view/label.ts';
import { messageView } from '../view/message-view.ts';
import { heading, openAction, plain, subline } from '../view/spans.ts';
import type { Action, View } from '../view/view.ts';
import { entrySpans } from './entry.ts';

interface SearchPage {
  hits: readonly SearchHit[];
  more: boolean;
  first?: number;
  /** The commands of the pages before and behind this one. */
  moves?: { previous?: string | undefined; next?: string | undefined };
}

/** Search results, best first, each with the section that matched. */
export function searchView(words: string, { hits, more, first = 0, moves = {} }: SearchPage, audience: Audience): View {
  const { t } = audience;
  if (hits.length === 0) {
    return messageView(t('search.none', { words: withoutQuotes(words) }), {
      actions: [openAction(t('button.newest'), '/articles'), openAction(t('button.help'), '/help')],
    });
  }
  const count = hits.length;
  return {
    blocks: [
      heading(t('search.title', { words: withoutQuotes(words) })),
      ...subline([more ? t('search.best', { count }) : t('search.found', { count })]),
      {
        kind: 'list',
        ordered: true,
        start: first + 1,
        items: hits.map(({ entry, section: { title } }) => [
          ...entrySpans(entry, audience),
          // The lead and parts have no heading to show.
          ...(title === null ? [] : [plain(` › ${title}`)]),
        ]),
      },
    ],
    actions: [
      ...hits.map(({ entry, section }, index) => ({
        label: numberedLabel(first + index + 1, entry.title),
        role: 'contents' as const,
        command: section.number === 0 ? `/article ${entry.id}` : `/section ${entry.id} ${section.number}`,
      })),
      ...move(t('button.pageBefore'), moves.previous),
      ...move(t('button.pageAfter'), moves.next),
    ],
    list: { of: `search ${words}`, first: first + 1, articles: hits.map(({ entry }) => entry.id), titles: 'text' },
  };
}

function move(label: string, command: string | undefined): Action[] {
  return command === undefined ? [] : [{ label, role: 'move', command }];
}

/** Removes quotes, since the message adds its own. */
function withoutQuotes(words: string): string {
  return /^["“「『](.+)["”」』]$/u.exec(words)?.[1] ?? words;
}
