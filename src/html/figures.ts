import { sourceOf, toAbsolute } from '../article/address.ts';
import type { Link } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isBareLabel, readCredit, splitCaption } from './captions.ts';
import { attribute, type Element, findAllBelow, findBelow, isElement, textBelow, walk } from './dom.ts';
import { isImage, readImage } from './images.ts';
import { followInline } from './inline.ts';
import { append, type Visual } from './items.ts';
import type { MainContent } from './main-content.ts';
import { findPoster, isMedia, readMedia } from './media.ts';
import { isMediaFallback } from './player-fallbacks.ts';
import { createSpans } from './span-collector.ts';

/** Where the article stands and what its addresses are relative to. */
export interface Page extends MainContent {
  base: string;
}

const FIGURE_NAMES =
  /(?:^|[\s_-])(?:wp-caption|image-inline|media-landscape|media-portrait|media-with-caption|has-caption|img-?caption|image-?caption|photo-?caption|caption|captioned|figure|img-container|image-container|image-block|picture|photo|story-image|contentimage|m-em-image|pic)(?=$|[\s_-])/i;
const CREDIT_NAMES =
  /(?:^|[\s_-])(?:credits?|copyright|image-source|caption__source|photo-?credit|photographer|attribution|agency|img-?source|rights)(?=$|[\s_-])/i;

const MOST_CAPTION = 600;
const MOST_CAPTION_PARAGRAPHS = 3;
const MOST_LOOSE_CAPTION = 300;
/** A wrapper of more elements is no figure; it also bounds how deep it is looked into. */
const MOST_ELEMENTS = 60;
const LOOSE_SHARE = 0.35;

/** Whether an element holds pictures or players with what is said of them, and nothing else. */
export function isFigure(element: Element, page: Page): boolean {
  const stats = page.statsOf(element);
  if (stats.visuals + stats.players === 0 || stats.headings > 0 || stats.items > 0 || stats.structures > 0)
    return false;
  if (element.name === 'figure') return stats.chars <= MOST_CAPTION && stats.paragraphs <= MOST_CAPTION_PARAGRAPHS;
  if (element.name === 'a' || element.name === 'p' || isImage(element) || isMedia(element)) return false;
  const named = FIGURE_NAMES.test(`${attribute(element, 'class')}`);
  if (named && stats.visuals <= 2) return stats.chars <= MOST_LOOSE_CAPTION && stats.paragraphs <= 2;
  return isLooseFigure(element, page);
}

/**
 * A wrapper without a telling name around one visual, with one short text after it that stands in a wrapper of its own:
 * `<div><div>…<img></div><div><p>caption</p></div></div>`. A paragraph right beside a picture is text.
 */
function isLooseFigure(element: Element, page: Page): boolean {
  const stats = page.statsOf(element);
  if (element.name !== 'div' || stats.visuals + stats.players > 2 || stats.elements > MOST_ELEMENTS) return false;
  if (stats.chars > MOST_LOOSE_CAPTION || stats.chars > page.chars * LOOSE_SHARE || stats.paragraphs > 2) return false;
  const parts = element.children.filter(isElement).filter((child) => holdsAnything(child, page));
  if (parts.length === 0 || hasOwnText(element)) return false;
  if (stats.players === 1 && stats.chars === 0) return true;
  if (parts.length === 1) return parts[0]?.name === 'div' && isFigureInside(parts[0], page);
  return parts.length === 2 && isCaptionedPair(parts as [Element, Element], page);
}

function isFigureInside(element: Element, page: Page): boolean {
  const stats = page.statsOf(element);
  return stats.chars === 0 || isLooseFigure(element, page) || isPictureWithCredit(element, page);
}

function isCaptionedPair([shown, said]: [Element, Element], page: Page): boolean {
  const first = page.statsOf(shown);
  const second = page.statsOf(said);
  if (first.visuals + first.players === 0 || second.visuals + second.players > 0) return false;
  const isBare = first.chars === 0 || isFigureInside(shown, page) || isPictureWithCredit(shown, page);
  return isBare && (said.name === 'div' || first.players > 0 || isCreditLine(said));
}

function isPictureWithCredit(element: Element, page: Page): boolean {
  const parts = element.children.filter(isElement).filter((child) => holdsAnything(child, page));
  return parts.every((part) => page.statsOf(part).chars === 0 || isCreditLine(part) || isFigureInside(part, page));
}

function isCreditLine(element: Element): boolean {
  return attribute(element, 'role') === 'text' || readCredit(textBelow(element)) !== undefined;
}

function holdsAnything(element: Element, page: Page): boolean {
  const { chars, visuals, players } = page.statsOf(element);
  return chars + visuals + players > 0;
}

function hasOwnText(element: Element): boolean {
  return element.children.some((child) => child.type === 'text' && child.data.trim() !== '');
}

interface Line {
  text: string;
  isCredit: boolean;
  /** How many visuals stood before it. */
  after: number;
}

/** Reads a figure: its visuals, each with its caption and credit. */
export function readFigure(figure: Element, page: Page): Visual[] {
  const visuals: Visual[] = [];
  const lines: Line[] = [];
  collect(figure, page, { visuals, lines });
  addPosters(figure, page, visuals);
  for (const line of lines) {
    const visual = visuals[Math.max(0, Math.min(line.after, visuals.length) - 1)];
    if (visual) addLine(visual, line);
  }
  return visuals;
}

function collect(figure: Element, page: Page, { visuals, lines }: { visuals: Visual[]; lines: Line[] }): void {
  const spans = createSpans();
  const inline = followInline(() => spans, page.base);
  const credits: Element[] = [];
  const flush = (): void => {
    const text = collapseSpace(textOf(spans.take()));
    if (text !== '') lines.push({ text, isCredit: credits.length > 0, after: visuals.length });
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

/** The picture or player that an element is, if it is one worth showing. */
export function readVisual(element: Element, page: Page): Visual | undefined {
  if (isImage(element)) {
    const image = readImage(element, page.base);
    return image && { kind: 'image', image };
  }
  if (!isMedia(element)) return undefined;
  const media = readMedia(element, page.base);
  return media && { kind: 'media', media };
}

/** The pictures that only stand in `<noscript>`; where one shows what the lazy picture before it shows, there are none. */
export function readNoscript(element: Element, page: Page): Visual[] {
  const before = previousElement(element);
  if (before && page.statsOf(before).visuals > 0) return [];
  return findAllBelow(element, isImage).flatMap((picture) => readVisual(picture, page) ?? []);
}

function previousElement(element: Element): Element | undefined {
  let node = element.prev;
  while (node && !isElement(node)) node = node.prev;
  return node ?? undefined;
}

/** The links around a figure's pictures and in what is said of them, but not those to the pictures themselves. */
export function figureLinks(figure: Element, page: Page): Link[] {
  return findAllBelow(figure, (element) => element.name === 'a', page.skips).flatMap((anchor) => {
    const url = toAbsolute(attribute(anchor, 'href'), page.base);
    const picture = findBelow(anchor, isImage);
    const image = picture && readImage(picture, page.base);
    if (url === undefined || image?.candidates.some((candidate) => candidate.url === url)) return [];
    return [{ url, text: collapseSpace(textBelow(anchor)) || image?.alt || sourceOf(url), role: 'inline' as const }];
  });
}

/** A still beside a player is its poster, not a picture of its own. */
function addPosters(figure: Element, page: Page, visuals: Visual[]): void {
  const player = visuals.find((visual) => visual.kind === 'media');
  if (player?.kind !== 'media' || visuals.some((visual) => visual !== player && visual.kind === 'media')) return;
  player.media.poster ??= findPoster(figure, page.base);
  const stills = visuals.filter((visual) => visual.kind === 'image');
  if (stills.length <= 1) visuals.splice(0, visuals.length, player);
}

function addLine(visual: Visual, line: Line): void {
  if (isBareLabel(line.text) || isMediaFallback(line.text)) return;
  const parts = line.isCredit ? { caption: null, credit: readCredit(line.text) ?? line.text } : splitCaption(line.text);
  if (visual.kind === 'media') {
    visual.media.caption = joined(visual.media.caption, parts.caption ?? parts.credit);
    return;
  }
  visual.image.caption = joined(visual.image.caption, parts.caption);
  visual.image.credit = joined(visual.image.credit, parts.credit);
}

function joined(before: string | null, next: string | null): string | null {
  if (next === null || before === next) return before;
  return before === null ? next : `${before} ${next}`;
}
