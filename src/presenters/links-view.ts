import type { Article, Section } from '../article/article.ts';
import { linksOf } from '../article/links-of.ts';
import type { Audience } from '../locales/audience.ts';
import { partName } from '../view/label.ts';
import { linkBlocks } from '../view/links.ts';
import { messageView } from '../view/message-view.ts';
import { paginate } from '../view/paginate.ts';
import { heading, subline } from '../view/spans.ts';
import type { Action, View } from '../view/view.ts';
import { asideOf, backMoves } from './moves.ts';

/** More would be hard to read. */
const PAGE_SIZE = 20;

/** A page of the links of an article or section, with related ones separate: those that come after so many others. */
export function linksView(
  article: Article,
  { section, after = 0 }: { section?: Section | undefined; after?: number },
  audience: Audience,
): View {
  const { t } = audience;
  const links = linksOf(section ? [section] : article.sections);
  const name = partName(article, section, audience);
  const about = asideOf(article, section);
  const actions = backMoves(article, section, audience);
  if (links.length === 0) return { ...messageView(t('links.none', { what: name }), { actions }), about };
  const page = Math.min(Math.floor(after / PAGE_SIZE), Math.ceil(links.length / PAGE_SIZE) - 1) + 1;
  const { pages, previous, next } = paginate(links.length, page, PAGE_SIZE);
  const shown = links.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const pageInfo = pages > 1 ? t('list.page', { page, pages }) : undefined;
  const toPage = (label: string, to: number | undefined): Action[] =>
    to === undefined
      ? []
      : [{ label, role: 'move', command: `${commandFor(article, section)} +${(to - 1) * PAGE_SIZE}` }];
  return {
    blocks: [
      heading(name),
      ...subline([pageInfo, t('about.links', { count: links.length })]),
      ...linkBlocks(shown, audience),
    ],
    actions: [...toPage(t('button.pageBefore'), previous), ...toPage(t('button.pageAfter'), next), ...actions],
    about,
  };
}

function commandFor({ id }: Article, section: Section | undefined): string {
  return section ? `/links ${id} ${section.number}` : `/links ${id}`;
}
