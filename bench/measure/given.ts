import type { Article, Block, Image, Span } from '../../src/article/article.ts';
import { toImageKey, toLinkKey } from './addresses.ts';

/** What a parser says of an article, in the form it is compared in. */
export interface Given {
  title: string;
  authors: string[];
  headings: string[];
  /** Paragraphs, quotes, code, list items and table rows, in reading order. */
  blocks: string[];
  /** The text for the comparison of 4-grams: headings and blocks. */
  text: string;
  /** Said beside the text (captions, credits, related links, players): a truth's text may or may not hold them. */
  beside: string[];
  images: string[][];
  links: string[];
  captions: string[];
  /** What players say of themselves; a truth may count it as a caption. */
  playerCaptions: string[];
  credits: string[];
}

/** What a parser says that gave no article. */
export const NOTHING: Given = {
  title: '',
  authors: [],
  headings: [],
  blocks: [],
  text: '',
  beside: [],
  images: [],
  links: [],
  captions: [],
  playerCaptions: [],
  credits: [],
};

/** What an article says, in the form it is compared in. */
export function toGiven(article: Article): Given {
  const { sections } = article;
  const images = sections.flatMap((section) => section.images);
  const media = sections.flatMap((section) => section.media);
  const links = sections.flatMap((section) => section.links);
  const lines = sections.flatMap(({ title, text }) => [...(title === null ? [] : [title]), ...text.flatMap(readBlock)]);
  const related = links.filter(({ role }) => role === 'related').map(({ text }) => text);
  const keys = new Set(links.flatMap(({ url }) => toLinkKey(url, article.url) ?? []));
  keys.delete(toLinkKey(article.url, article.url) ?? '');
  return {
    title: article.title,
    authors: [...new Set([...article.authors, ...sections.flatMap((section) => section.authors)])],
    headings: sections.flatMap(({ title }) => title ?? []),
    blocks: sections.flatMap(({ text }) => text.flatMap(readBlock)),
    text: lines.join('\n'),
    beside: [
      ...images.flatMap(saidOfImage),
      ...related,
      ...media.flatMap(({ title, caption }) => [title ?? '', caption ?? '']),
    ],
    images: images.map((image) => addressesOf(image).flatMap((address) => toImageKey(address, article.url) ?? [])),
    links: [...keys],
    captions: images.flatMap(({ caption }) => caption ?? []),
    playerCaptions: media.flatMap(({ caption }) => caption ?? []),
    credits: images.flatMap(({ credit }) => credit ?? []),
  };
}

function readBlock(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items.map(join);
    case 'table':
      return block.rows.map((row) => row.map(join).join(' '));
    case 'paragraph':
    case 'quote':
    case 'code':
      return [join(block.spans)];
    default:
      return block satisfies never;
  }
}

function join(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** A page says caption and credit in either order, as one line or two. */
function saidOfImage({ caption, credit }: Image): string[] {
  if (!caption || !credit) return [caption ?? credit ?? ''];
  return [`${caption} ${credit}`, `${credit} ${caption}`, caption, credit];
}

function addressesOf({ url, original, candidates }: Image): string[] {
  return [url, ...(original ? [original] : []), ...candidates.map((candidate) => candidate.url)];
}
