import type { Article, Section } from '../article/article.ts';
import type { Reader } from '../locales/reader.ts';
import { partName } from './label.ts';
import { messageView } from './message-view.ts';
import { backMoves } from './moves.ts';
import { pictureBlocks, picturesOf } from './picture.ts';
import { heading, subline } from './spans.ts';
import type { View } from './view.ts';

/** The pictures of an article, or of one section of it, with their captions and credits. */
export function imagesView(article: Article, section: Section | undefined, reader: Reader): View {
  const { t } = reader;
  const pictures = picturesOf(section ? [section] : article.sections);
  const name = partName(article, section, reader);
  const about = { article: article.id, ...(section && { section: section.number }) };
  const actions = backMoves(article, section, reader);
  if (pictures.length === 0) return { ...messageView(t('images.none', { what: name }), { actions }), about };
  return {
    blocks: [heading(name), ...subline([t('about.images', { count: pictures.length })]), ...pictureBlocks(pictures)],
    actions,
    about,
  };
}
