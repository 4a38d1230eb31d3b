import type { Article, Block, Image, Span } from '../../src/article/article.ts';
import { toImageKey, toLinkKey } from './addresses.ts';

/** The output of a parser, as it is compared with the ground truth. */
export interface Extraction {
  title: string;
  authors: string[];
  headings: string[];
  /** Paragraphs, quotes, code, list items and table rows, in reading order. */
  blocks: string[];
  /** The text for the comparison of 4-grams: headings and blocks. */
  text: string;
  /** Text outside the article's text (captions, credits, related links, players), which the ground truth may include. */
  beside: string[];
  images: string[][];
  links: string[];
  captions: string[];
  /** Captions of players; the ground truth may count them as captions. */
  playerCaptions: string[];
  credits: string[];
}

/** The output of a parser that returned no article. */
export const EMPTY_EXTRACTION: Extraction = {
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

/** Converts an article for comparison. */
export function toExtraction(article: Article): Extraction {
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
      ...images.flatMap(captionVariants),
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

/** A page has caption and credit in either order, in one line or two. */
function captionVariants({ caption, credit }: Image): string[] {
  if (!caption || !credit) return [caption ?? credit ?? ''];
  return [`${caption} ${credit}`, `${credit} ${caption}`, caption, credit];
}

function addressesOf({ url, original, candidates }: Image): string[] {
  return [url, ...(original ? [original] : []), ...candidates.map((candidate) => candidate.url)];
}
