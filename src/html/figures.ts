import { sourceOf, toAbsolute } from '../article/address.ts';
import type { Link } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isMediaFallback } from './boilerplate-text.ts';
import { isBareLabel, readCredit, splitCaption } from './captions.ts';
import { attribute, type Element, findAllBelow, findBelow, isElement, textBelow, walk } from './dom.ts';
import { isImage, readImage } from './images.ts';
import { trackInline } from './inline.ts';
import { append, type Visual } from './items.ts';
import type { MainContent } from './main-content.ts';
import { findPoster, isMedia, readMedia } from './media.ts';
import { createSpanCollector } from './span-collector.ts';

const FIGURE_NAMES =
  /(?:^|[\s_-])(?:wp-caption|image-inline|media-landscape|media-portrait|media-with-caption|has-caption|img-?caption|image-?caption|photo-?caption|caption|captioned|figure|img-container|image-container|image-block|picture|photo|story-image|contentimage|m-em-image|pic)(?=$|[\s_-])/i;
const CREDIT_NAMES =
  /(?:^|[\s_-])(?:credits?|copyright|image-source|caption__source|photo-?credit|photographer|attribution|agency|img-?source|rights)(?=$|[\s_-])/i;

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
  if (element.name === 'figure') return stats.chars <= MAX_CAPTION_CHARS && stats.paragraphs <= MAX_CAPTION_PARAGRAPHS;
  if (element.name === 'a' || element.name === 'p' || isImage(element) || isMedia(element)) return false;
  const named = FIGURE_NAMES.test(`${attribute(element, 'class')}`);
  if (named && stats.visuals <= 2) return stats.chars <= MAX_UNMARKED_CAPTION_CHARS && stats.paragraphs <= 2;
  return isUnmarkedFigure(element, page);
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
  const parts = element.children.filter(isElement).filter((child) => hasContent(child, page));
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
  const isVisualOnly = first.chars === 0 || isFigureInside(visual, page) || isImageWithCredit(visual, page);
  return isVisualOnly && (caption.name === 'div' || first.players > 0 || isCreditLine(caption));
}

function isImageWithCredit(element: Element, page: MainContent): boolean {
  const parts = element.children.filter(isElement).filter((child) => hasContent(child, page));
  return parts.every((part) => page.statsOf(part).chars === 0 || isCreditLine(part) || isFigureInside(part, page));
}

function isCreditLine(element: Element): boolean {
  return attribute(element, 'role') === 'text' || readCredit(textBelow(element)) !== undefined;
}

function hasContent(element: Element, page: MainContent): boolean {
  const { chars, visuals, players } = page.statsOf(element);
  return chars + visuals + players > 0;
}

function hasOwnText(element: Element): boolean {
  return element.children.some((child) => child.type === 'text' && child.data.trim() !== '');
}

interface CaptionLine {
  text: string;
  isCredit: boolean;
  /** The number of visuals before it. */
  visualsBefore: number;
}

/** Reads the visuals of a figure, each with its caption and credit. */
export function readFigure(figure: Element, page: MainContent): Visual[] {
  const visuals: Visual[] = [];
  const lines: CaptionLine[] = [];
  collect(figure, page, { visuals, lines });
  addPosters(figure, page, visuals);
  for (const line of lines) {
    const visual = visuals[Math.max(0, Math.min(line.visualsBefore, visuals.length) - 1)];
    if (visual) addLine(visual, line);
  }
  return visuals;
}

function collect(
  figure: Element,
  page: MainContent,
  { visuals, lines }: { visuals: Visual[]; lines: CaptionLine[] },
): void {
  const spans = createSpanCollector();
  const inline = trackInline(() => spans, page.base);
  const credits: Element[] = [];
  const flush = (): void => {
    const text = collapseSpace(textOf(spans.take()));
    if (text !== '') lines.push({ text, isCredit: credits.length > 0, visualsBefore: visuals.length });
  };
  walk(figure, {
    enter(element) {
      if (page.skips(element)) return 'skip';
      if (element.name === 'noscript') append(visuals, readNoscript(element, page));
      const visual = readVisual(element, page);
      if (visual) visuals.push(visual);
      if (visual || element.name === 'noscript' || isImage(element) || isMedia(element)) return 'skip';
      if (!inline.enter(element) || isCredit(element)) flush();
      if (isCredit(element)) credits.push(element);
      return undefined;
    },
    leave(element) {
      inline.leave(element);
      if (!spans.isEmpty() && isBlockEnd(element, credits)) flush();
      if (credits.at(-1) === element) credits.pop();
    },
    text: inline.text,
  });
  flush();
}

function isBlockEnd(element: Element, credits: readonly Element[]): boolean {
  return credits.at(-1) === element || /^(?:p|div|figcaption|li|td|section|figure|noscript)$/.test(element.name);
}

function isCredit(element: Element): boolean {
  if (element.name === 'cite' || attribute(element, 'role') === 'text') return true;
  return CREDIT_NAMES.test(attribute(element, 'class')) && element.name !== 'figcaption';
}

/** Reads an image or player; undefined for any other element, and for decoration. */
export function readVisual(element: Element, page: MainContent): Visual | undefined {
  if (isImage(element)) {
    const image = readImage(element, page.base);
    return image && { kind: 'image', image };
  }
  if (!isMedia(element)) return undefined;
  const media = readMedia(element, page.base);
  return media && { kind: 'media', media };
}

/** Reads the images in `<noscript>`; none if an element with a visual is before it, since they repeat a lazy-loaded image. */
export function readNoscript(element: Element, page: MainContent): Visual[] {
  const before = previousElement(element);
  if (before && page.statsOf(before).visuals > 0) return [];
  return findAllBelow(element, isImage).flatMap((image) => readVisual(image, page) ?? []);
}

function previousElement(element: Element): Element | undefined {
  let node = element.prev;
  while (node && !isElement(node)) node = node.prev;
  return node ?? undefined;
}

/** The links around a figure's images and in its captions, except links to the image files. */
export function figureLinks(figure: Element, page: MainContent): Link[] {
  return findAllBelow(figure, (element) => element.name === 'a', page.skips).flatMap((anchor) => {
    const url = toAbsolute(attribute(anchor, 'href'), page.base);
    const element = findBelow(anchor, isImage);
    const image = element && readImage(element, page.base);
    if (url === undefined || image?.candidates.some((candidate) => candidate.url === url)) return [];
    return [{ url, text: collapseSpace(textBelow(anchor)) || image?.alt || sourceOf(url), role: 'inline' as const }];
  });
}

/** An image beside a player is its poster. */
function addPosters(figure: Element, page: MainContent, visuals: Visual[]): void {
  const player = visuals.find((visual) => visual.kind === 'media');
  if (player?.kind !== 'media' || visuals.some((visual) => visual !== player && visual.kind === 'media')) return;
  player.media.poster ??= findPoster(figure, page.base);
  const stills = visuals.filter((visual) => visual.kind === 'image');
  if (stills.length <= 1) visuals.splice(0, visuals.length, player);
}

function addLine(visual: Visual, line: CaptionLine): void {
  if (isBareLabel(line.text) || isMediaFallback(line.text)) return;
  const parts = line.isCredit ? { caption: null, credit: readCredit(line.text) ?? line.text } : splitCaption(line.text);
  if (visual.kind === 'media') {
    visual.media.caption = joinTexts(visual.media.caption, parts.caption ?? parts.credit);
    return;
  }
  visual.image.caption = joinTexts(visual.image.caption, parts.caption);
  visual.image.credit = joinTexts(visual.image.credit, parts.credit);
}

function joinTexts(before: string | null, next: string | null): string | null {
  if (next === null || before === next) return before;
  return before === null ? next : `${before} ${next}`;
}
