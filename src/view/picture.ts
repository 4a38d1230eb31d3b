import type { Article, Image } from '../article/article.ts';
import type { Block, Picture } from './view.ts';

/** Converts an image to a picture. Its fallbacks are the original, then the candidates by width. */
function toPicture({ url, original, alt, caption, credit, candidates }: Image): Picture {
  const byWidth = candidates.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0)).map((candidate) => candidate.url);
  const fallbacks = new Set([...(original === null ? [] : [original]), ...byWidth]);
  fallbacks.delete(url);
  return { url, fallbacks: [...fallbacks], alt, caption, credit };
}

/** The main picture of an article: the first of the lead, else the first of all. */
export function mainPicture({ sections }: Pick<Article, 'sections'>): Picture | undefined {
  const image = sections.find(({ images }) => images.length > 0)?.images[0];
  return image && toPicture(image);
}

/** All pictures of these sections in reading order, without duplicates. */
export function picturesOf(sections: Article['sections']): Picture[] {
  const byUrl = new Map<string, Picture>();
  for (const image of sections.flatMap(({ images }) => images)) {
    if (!byUrl.has(image.url)) byUrl.set(image.url, toPicture(image));
  }
  return [...byUrl.values()];
}

/** One picture as an image block, several as a gallery. */
export function pictureBlocks(pictures: readonly Picture[]): Block[] {
  const [first, ...others] = pictures;
  if (first === undefined) return [];
  return others.length === 0 ? [{ kind: 'image', picture: first }] : [{ kind: 'gallery', pictures }];
}
