import { pattern } from '../text/pattern.ts';
import { readCredit } from './captions/read-credit.ts';
import { isImage } from './images.ts';
import type { MainContent } from './main-content.ts';
import { isMedia } from './media.ts';
import { attribute, childrenOf, type Element, findBelow, hasOwnText, textBelow } from './tree/dom.ts';

const FIGURE_NAMES = pattern('i')`
  (?:^|[\s_-])(?:
    wp-caption|image-inline|img-?_?wrap(?:per)?|media-landscape|media-portrait|media-with-caption|has-caption
    |img-?caption|image-?caption|photo-?caption|caption|captioned|figure
    |(?:pic|img|image|photo|foto|picture|bild)-?(?:box|block|frame|container)|picture|photo|image|story-image
    |contentimage|m-em-image|pic
  )(?=$|[\s_-])
`;
const MAX_CAPTION_CHARS = 600;
const MAX_CAPTION_PARAGRAPHS = 3;
const MAX_UNMARKED_CAPTION_CHARS = 300;
/** A larger wrapper is no figure; this also bounds the depth of the search. */
const MAX_ELEMENTS = 60;
const MAX_UNMARKED_SHARE = 0.35;

/** Whether an element contains only images or players and their captions. */
export function isFigure(element: Element, page: MainContent): boolean {
  const stats = page.statsOf(element);
  if (stats.visuals + stats.players === 0 || stats.headings > 0 || stats.items > 0 || stats.structures > 0)
    return false;
  if (stats.chars > MAX_CAPTION_CHARS || findBelow(element, isAddress)) return false;
  if (element.name === 'figure') return stats.paragraphs <= MAX_CAPTION_PARAGRAPHS;
  if (element.name === 'a' || element.name === 'p' || isImage(element) || isMedia(element)) return false;
  const hasFigureName = FIGURE_NAMES.test(attribute(element, 'class'));
  if (hasFigureName && stats.visuals <= 2) return stats.chars <= MAX_UNMARKED_CAPTION_CHARS && stats.paragraphs <= 2;
  return isUnmarkedFigure(element, page);
}

/** Below a portrait is its author. */
function isAddress({ name }: Element): boolean {
  return name === 'address';
}

/**
 * A `<div>` without a name of a figure, with one visual and one short text in another wrapper after it:
 * `<div><div>…<img></div><div><p>caption</p></div></div>`. A paragraph that is a sibling of an image is text.
 */
function isUnmarkedFigure(element: Element, page: MainContent): boolean {
  const stats = page.statsOf(element);
  if (element.name !== 'div' || stats.visuals + stats.players > 2 || stats.elements > MAX_ELEMENTS) return false;
  if (stats.chars > MAX_UNMARKED_CAPTION_CHARS || stats.chars > page.chars * MAX_UNMARKED_SHARE || stats.paragraphs > 2)
    return false;
  const parts = childrenOf(element).filter((child) => hasContent(child, page));
  if (parts.length === 0 || hasOwnText(element)) return false;
  if (stats.players === 1 && stats.chars === 0) return true;
  if (parts.length === 1) return parts[0]?.name === 'div' && isFigureInside(parts[0], page);
  return parts.length === 2 && isCaptionedPair(parts as [Element, Element], page);
}

function isFigureInside(element: Element, page: MainContent): boolean {
  const stats = page.statsOf(element);
  return stats.chars === 0 || isUnmarkedFigure(element, page) || isImageWithCredit(element, page);
}

function isCaptionedPair([visual, caption]: [Element, Element], page: MainContent): boolean {
  const first = page.statsOf(visual);
  const second = page.statsOf(caption);
  if (first.visuals + first.players === 0 || second.visuals + second.players > 0) return false;
  // A figure has its own caption; what is beside it is text.
  if (visual.name === 'figure' && caption.name === 'div') return false;
  const isVisualOnly = first.chars === 0 || isFigureInside(visual, page) || isImageWithCredit(visual, page);
  return isVisualOnly && (caption.name === 'div' || first.players > 0 || isCreditLine(caption));
}

function isImageWithCredit(element: Element, page: MainContent): boolean {
  return childrenOf(element).every(
    (part) => page.statsOf(part).chars === 0 || isCreditLine(part) || isFigureInside(part, page),
  );
}

function isCreditLine(element: Element): boolean {
  return attribute(element, 'role') === 'text' || readCredit(textBelow(element)) !== undefined;
}

function hasContent(element: Element, page: MainContent): boolean {
  const { chars, visuals, players } = page.statsOf(element);
  return chars + visuals + players > 0;
}
