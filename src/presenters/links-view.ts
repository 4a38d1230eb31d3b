import type { Article, Section } from '../article/article.ts';
import { linksOf } from '../article/links-of.ts';
import type { Audience } from '../locales/audience.ts';
import { partName } from '../view/label.ts';
import { linkBlocks } from '../view/links.ts';
import { messageView } from '../view/message-view.ts';
import { heading, subline } from '../view/spans.ts';
import type { View } from '../view/view.ts';
import { backMoves } from './moves.ts';

/** The links of an article or section, with related ones separate. */
export function linksView(article: Article, section: Section | undefined, audience: Audience): View {
  const { t } = audience;
  const links = linksOf(section ? [section] : article.sections);
  const name = partName(article, section, audience);
  const about = { article: article.id, ...(section && { section: section.number }) };
  const actions = backMoves(article, section, audience);
  if (links.length === 0) return { ...messageView(t('links.none', { what: name }), { actions }), about };
  return {
    blocks: [heading(name), ...subline([t('about.links', { count: links.length })]), ...linkBlocks(links, audience)],
    actions,
    about,
  };
}
