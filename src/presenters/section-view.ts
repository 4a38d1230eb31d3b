import type { Article, Media, Section } from '../article/article.ts';
import { spansOf } from '../article/block-text.ts';
import { linksOf } from '../article/links-of.ts';
import type { Audience } from '../locales/audience.ts';
import { partName } from '../view/label.ts';
import { linkBlocks } from '../view/links.ts';
import { pictureBlocks, picturesOf } from '../view/picture.ts';
import { heading, subline } from '../view/spans.ts';
import { toViewBlocks } from '../view/to-view-blocks.ts';
import type { Block, Span, View } from '../view/view.ts';
import { sectionMoves } from './moves.ts';
import { readingMinutes } from './reading-time.ts';

/** A whole section: its text, pictures, players and links, with buttons for the next sections. */
export function sectionView(article: Article, section: Section, audience: Audience): View {
  const { t } = audience;
  const name = article.sections.length === 1 ? article.title : partName(article, section, audience);
  const content = contentBlocks(section, audience);
  return {
    blocks: [
      heading(name),
      ...subline([
        position(article, section, audience),
        length(article, section, audience),
        section.authors.join(t('join.names')),
      ]),
      ...(content.length === 0 ? subline([t('section.empty')]) : content),
    ],
    actions: [
      ...sectionMoves(article, section, audience),
      { label: t('button.original'), role: 'open', url: addressOf(article, section) },
    ],
    about: { article: article.id, section: section.number },
  };
}

function contentBlocks(section: Section, audience: Audience): Block[] {
  const blocks = section.text.flatMap(toViewBlocks);
  const inText = new Set(section.text.flatMap(spansOf).map(({ href }) => href));
  const links = linksOf([section]).filter(({ url, role }) => role === 'related' || !inText.has(url));
  const apart = links.some(({ role }) => role === 'inline') ? subline([audience.t('links.title')]) : [];
  return [
    ...blocks,
    ...pictureBlocks(picturesOf([section])),
    ...section.media.map(mediaBlock),
    ...apart,
    ...linkBlocks(links, audience),
  ];
}

function position({ sections }: Article, { number }: Section, { t }: Audience): string | undefined {
  const total = sections.at(-1)?.number ?? 0;
  return number === 0 ? undefined : t('section.position', { number, total });
}

/** The reading time, if the section is only a part of the article. */
function length({ sections }: Article, section: Section, { t }: Audience): string | undefined {
  if (sections.length === 1 || section.text.length === 0) return undefined;
  return t('about.minutes', { count: readingMinutes({ sections: [section] }) });
}

function mediaBlock({ url, title, caption, poster }: Media): Block {
  const spans: Span[] = [
    { kind: 'plain', text: '▶ ' },
    { kind: 'link', text: title ?? url, url },
  ];
  if (caption !== null && caption !== title) spans.push({ kind: 'plain', text: `\n${caption}` });
  // The text beside it has the title.
  const thumbnail = { url: poster ?? '', fallbacks: [], alt: '', caption: null, credit: null };
  return { kind: 'text', spans, ...(poster !== null && { thumbnail }) };
}

/** The address of the section in the original. */
function addressOf({ url }: Article, { anchor }: Section): string {
  if (anchor === null) return url;
  const address = new URL(url);
  address.hash = anchor;
  return address.href;
}
