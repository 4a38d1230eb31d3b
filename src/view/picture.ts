import type { Article, Image } from '../article/article.ts';
import type { Block, Picture } from './view.ts';

/** An image as a view shows it; the addresses to try after the first are the original, then the candidates by width. */
function toPicture({ url, original, alt, caption, credit, candidates }: Image): Picture {
  const byWidth = candidates.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0)).map((candidate) => candidate.url);
  const fallbacks = new Set([...(original === null ? [] : [original]), ...byWidth]);
  fallbacks.delete(url);
  return { url, fallbacks: [...fallbacks], alt, caption, credit };
}

/** The picture that stands for an article: the lead's first, else the first there is. */
export function mainPicture({ sections }: Pick<Article, 'sections'>): Picture | undefined {
  const image = sections.find(({ images }) => images.length > 0)?.images[0];
  return image && toPicture(image);
}

/** All pictures of these sections in reading order, each address once. */
export function picturesOf(sections: Article['sections']): Picture[] {
  const byUrl = new Map<string, Picture>();
  for (const image of sections.flatMap(({ images }) => images)) {
    if (!byUrl.has(image.url)) byUrl.set(image.url, toPicture(image));
  }
  return [...byUrl.values()];
}

/** Pictures as blocks: one alone, several together. */
export function pictureBlocks(pictures: readonly Picture[]): Block[] {
  const [first, ...others] = pictures;
  if (first === undefined) return [];
  return others.length === 0 ? [{ kind: 'image', picture: first }] : [{ kind: 'gallery', pictures }];
}
