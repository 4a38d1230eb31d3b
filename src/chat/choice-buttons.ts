import type { Article } from '../article/article.ts';
import type { ArticleEntry } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { Audience } from '../locales/audience.ts';
import { entryActions } from '../presenters/entry.ts';
import { numberedLabel, sectionLabel } from '../view/label.ts';
import type { Action, View } from '../view/view.ts';
import { fitButtonCommand } from './button-command.ts';
import type { PlatformLimits } from './platform.ts';

const NEWEST_OFFERED = 6;

/** The command that asks, and what else it was given. */
interface Question extends PlatformLimits {
  command: string;
  rest: string | undefined;
}

interface Offer {
  actions: Action[];
  list: NonNullable<View['list']>;
}

/** Buttons to choose an article. Each runs the command again with that article and the other arguments. */
export function offerArticles(
  entries: readonly Pick<ArticleEntry, 'id' | 'title'>[],
  { command, rest, of, maxButtonBytes }: Question & { of: string },
): Offer {
  const again = (id: string) => {
    const alone = `/${command} ${id}`;
    return rest === undefined ? alone : (fitButtonCommand(`${alone} ${quoteIfNeeded(rest)}`, maxButtonBytes) ?? alone);
  };
  return {
    actions: entryActions(entries, { command: again }),
    list: { of, first: 1, articles: entries.map(({ id }) => id), titles: 'buttons' },
  };
}

/** Buttons to choose one of the newest articles. */
export async function offerNewest(library: Pick<Library, 'newest'>, question: Question): Promise<Offer> {
  const { entries } = await library.newest({ offset: 0, limit: NEWEST_OFFERED });
  return offerArticles(entries, { ...question, of: 'articles' });
}

/** Buttons to choose a section. The lead comes last, so that counted buttons have the numbers of their sections. */
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
