import type { Article, Block, Section } from '../../../src/article/article.ts';
import { spansOf } from '../../../src/article/block-text.ts';

/** A section, or the blocks of it that a page of a long article shows. */
export interface ShownSection extends Section {
  /** Earlier pages show the start of it. */
  isContinued: boolean;
}

/** Beyond this, browsers scroll badly, and the page takes seconds. */
const MAX_UNITS = 200_000;
/** What a block, a picture or a link costs beside its text. */
const ITEM_UNITS = 100;

/** Divides an article into pages that a browser shows at once: between sections, and between the blocks of a long one. At least one. */
export function pagesOf({ sections }: Pick<Article, 'sections'>, maxUnits = MAX_UNITS): ShownSection[][] {
  const pages: ShownSection[][] = [[]];
  let units = 0;
  for (const section of sections) {
    for (const [at, text] of chunksOf(section.text, maxUnits).entries()) {
      const own = text.reduce((sum, block) => sum + unitsOf(block), unitsBeside(section));
      if (units > 0 && units + own > maxUnits) {
        pages.push([]);
        units = 0;
      }
      units += own;
      const rest = at === 0 ? {} : { images: [], media: [], links: [] };
      pages.at(-1)?.push({ ...section, ...rest, text, isContinued: at > 0 });
    }
  }
  return pages;
}

/** The page, from 1, on which a section begins. */
export function pageOfSection(pages: readonly (readonly ShownSection[])[], number: number): number {
  return pages.findIndex((page) => page.some((one) => one.number === number && !one.isContinued)) + 1;
}

/** At least one, even if it is empty. */
function chunksOf(blocks: readonly Block[], maxUnits: number): Block[][] {
  const chunks: Block[][] = [[]];
  let units = 0;
  for (const block of blocks) {
    const own = unitsOf(block);
    if (units > 0 && units + own > maxUnits) {
      chunks.push([]);
      units = 0;
    }
    units += own;
    chunks.at(-1)?.push(block);
  }
  return chunks;
}

function unitsOf(block: Block): number {
  return spansOf(block).reduce((sum, { text, href = '' }) => sum + text.length + href.length, ITEM_UNITS);
}

function unitsBeside({ images, media, links }: Section): number {
  return (images.length + media.length + links.length) * ITEM_UNITS;
}
