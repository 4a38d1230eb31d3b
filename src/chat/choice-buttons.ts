import type { Article } from '../article/article.ts';
import type { ArticleEntry } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { Audience } from '../locales/audience.ts';
import { entryActions } from '../presenters/entry.ts';
import { numberedLabel, sectionLabel } from '../view/label.ts';
import type { Action, View } from '../view/view.ts';
import { fitButtonCommand } from './button-command.ts';

const NEWEST_OFFERED = 6;

interface Offer {
  actions: Action[];
  list: NonNullable<View['list']>;
}

/** Articles to choose from; pressing one types the command again with it and with what else was given. */
export function offerArticles(
  entries: readonly Pick<ArticleEntry, 'id' | 'title'>[],
  { command, rest, of }: { command: string; rest: string | undefined; of: string },
): Offer {
  const again = (id: string) =>
    fitButtonCommand(`/${command} ${id}${rest === undefined ? '' : ` ${quoteIfNeeded(rest)}`}`) ?? `/${command} ${id}`;
  return {
    actions: entryActions(entries, { command: again }),
    list: { of, first: 1, articles: entries.map(({ id }) => id), titles: 'buttons' },
  };
}

/** The newest articles to choose from. */
export async function offerNewest(
  library: Pick<Library, 'newest'>,
  { command, rest }: { command: string; rest: string | undefined },
): Promise<Offer> {
  const { entries } = await library.newest({ offset: 0, limit: NEWEST_OFFERED });
  return offerArticles(entries, { command, rest, of: 'articles' });
}

/** Sections to choose from, the lead last: so that the others keep their own numbers where choices are counted. */
export function offerSections(
  { id }: Article,
  sections: Article['sections'],
  { command, audience }: { command: string; audience: Audience },
): { actions: Action[] } {
  const leadLast = sections.toSorted((a, b) => Number(a.number === 0) - Number(b.number === 0));
  return {
    actions: leadLast.map((section) => {
      const label = sectionLabel(section, audience);
      return {
        label: section.number === 0 ? label : numberedLabel(section.number, label),
        role: 'contents',
        command: `/${command} ${id} ${section.number}`,
      };
    }),
  };
}

function quoteIfNeeded(text: string): string {
  return /\s/u.test(text) ? `"${text.replaceAll('"', '')}"` : text;
}
