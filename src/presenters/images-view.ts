import type { Article, Section } from '../article/article.ts';
import type { Audience } from '../locales/audience.ts';
import { partName } from '../view/label.ts';
import { messageView } from '../view/message-view.ts';
import { pictureBlocks, picturesOf } from '../view/picture.ts';
import { heading, subline } from '../view/spans.ts';
import type { View } from '../view/view.ts';
import { asideOf, backMoves } from './moves.ts';

/** The pictures of an article or section, with captions and credits. */
export function imagesView(article: Article, section: Section | undefined, audience: Audience): View {
  const { t } = audience;
  const pictures = picturesOf(section ? [section] : article.sections);
  const name = partName(article, section, audience);
  const about = asideOf(article, section);
  const actions = backMoves(article, section, audience);
  if (pictures.length === 0) return { ...messageView(t('images.none', { what: name }), { actions }), about };
  return {
    blocks: [heading(name), ...subline([t('about.images', { count: pictures.length })]), ...pictureBlocks(pictures)],
    actions,
    about,
  };
}
