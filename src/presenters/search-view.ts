import type { SearchHit } from '../library/library.ts';
import type { Audience } from '../locales/audience.ts';
import { numberedLabel } from '../view/label.ts';
import { messageView } from '../view/message-view.ts';
import { heading, openAction, plain, subline } from '../view/spans.ts';
import type { View } from '../view/view.ts';
import { entrySpans } from './entry.ts';

/** Search results, best first, each with the section that matched. */
export function searchView(
  words: string,
  { hits, more, first = 0 }: { hits: readonly SearchHit[]; more: boolean; first?: number },
  audience: Audience,
): View {
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
    actions: hits.map(({ entry, section }, index) => ({
      label: numberedLabel(first + index + 1, entry.title),
      role: 'contents',
      command: section.number === 0 ? `/article ${entry.id}` : `/section ${entry.id} ${section.number}`,
    })),
    list: { of: `search ${words}`, first: first + 1, articles: hits.map(({ entry }) => entry.id), titles: 'text' },
  };
}

/** Removes quotes, since the message adds its own. */
function withoutQuotes(words: string): string {
  return /^["“「『](.+)["”」』]$/u.exec(words)?.[1] ?? words;
}
