import { sourceOf, toAbsolute } from '../article/address.ts';
import type { Image, Link } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { addLine, type CaptionLine } from './captions/caption-line.ts';
import { isCredit, isCreditAfterStop, isMaker } from './captions/maker-elements.ts';
import { splitCaption } from './captions/split-caption.ts';
import { isImage, isImageAddress, readImage } from './images.ts';
import { trackInline } from './inline.ts';
import { inlineImageText } from './inline-images.ts';
import { append, type Visual } from './items.ts';
import type { MainContent } from './main-content.ts';
import { findPoster, isMedia, readMedia } from './media.ts';
import { createSpanCollector } from './span-collector.ts';
import { textContextOf } from './text-context.ts';
import {
  attribute,
  type Element,
  findAllBelow,
  findBelow,
  previousElement,
  textBelow,
  textUpTo,
  walk,
} from './tree/dom.ts';

/** Reads the visuals of a figure, each with its caption and credit. */
export function readFigure(figure: Element, page: MainContent): Visual[] {
  const visuals: Visual[] = [];
  const lines: CaptionLine[] = [];
  collect(figure, page, { visuals, lines });
  addPosters(figure, page, visuals);
  markCreditsBeside(lines);
  const declared = takeCredits(visuals);
  const known = new Set(visuals.flatMap((visual) => (visual.kind === 'image' ? (visual.image.caption ?? []) : [])));
  for (const line of lines) {
    const visual = visualOf(line, lines, visuals);
    if (visual && !known.has(splitCaption(line.text).caption ?? '')) addLine(visual, line);
  }
  for (const [image, credit] of declared) image.credit ??= credit;
  return visuals;
}

/** The credits in attributes of the images count where none is shown. */
function takeCredits(visuals: readonly Visual[]): Map<Image, string | null> {
  const images = visuals.flatMap((visual) => (visual.kind === 'image' ? [visual.image] : []));
  const credits = new Map(images.map((image) => [image, image.credit]));
  for (const image of images) image.credit = null;
  return credits;
}

/** Beside a marked-up caption, a name is the credit: `<span>Harbour Press</span><figcaption>The pier</figcaption>`. */
function markCreditsBeside(lines: CaptionLine[]): void {
  if (!lines.some(({ isInCaption }) => isInCaption)) return;
  for (const line of lines) if (!line.isInCaption && isMaker(line.text)) line.isCredit = true;
}

/** The visual before a line; a line below a whole gallery is its caption, and belongs to the first image. */
function visualOf(line: CaptionLine, lines: readonly CaptionLine[], visuals: readonly Visual[]): Visual | undefined {
  const isOfGallery = visuals.length > 2 && lines.every(({ visualsBefore }) => visualsBefore === visuals.length);
  return visuals[isOfGallery ? 0 : Math.max(0, Math.min(line.visualsBefore, visuals.length) - 1)];
}

function collect(
  figure: Element,
  page: MainContent,
  { visuals, lines }: { visuals: Visual[]; lines: CaptionLine[] },
): void {
  const spans = createSpanCollector();
  const inline = trackInline(() => spans, page.base);
  const credits: Element[] = [];
  let captions = 0;
  const flush = (): void => {
    const text = collapseSpace(textOf(spans.take()));
    const context = { isCredit: credits.length > 0, isInCaption: captions > 0, visualsBefore: visuals.length };
    if (text !== '') lines.push({ text, ...context });
  };
  walk(figure, {
    enter(element) {
      if (page.skips(element) || isToggle(element, page)) return 'skip';
      if (element.name === 'noscript') append(visuals, readNoscript(element, page));
      const visual = readVisual(element, page);
      if (visual) visuals.push(visual);
      inline.text(inlineImageText(element) ?? '');
      if (visual || element.name === 'noscript' || isImage(element) || isMedia(element)) return 'skip';
      const isOfMaker = isCredit(element) || isCreditAfterStop(element, spans.line());
      if (!inline.enter(element) || isOfMaker) flush();
      if (isOfMaker) credits.push(element);
      if (element.name === 'figcaption') captions += 1;
      return undefined;
    },
    leave(element) {
      inline.leave(element);
      if (!spans.isEmpty() && isBlockEnd(element, credits)) flush();
      if (credits.at(-1) === element) credits.pop();
      if (element.name === 'figcaption') captions -= 1;
    },
    text: inline.text,
  });
  flush();
}

/** A longer element is the caption itself, which expands at a click, in UTF-16 units. */
const MAX_TOGGLE_UNITS = 30;

/** Whether an element is a button beside the caption: "Show more". */
function isToggle(element: Element, page: MainContent): boolean {
  if (attribute(element, 'role') !== 'button' || textUpTo(element, MAX_TOGGLE_UNITS) === undefined) return false;
  const { visuals, players } = page.statsOf(element);
  return visuals + players === 0;
}

function isBlockEnd(element: Element, credits: readonly Element[]): boolean {
  return credits.at(-1) === element || /^(?:p|div|figcaption|li|td|section|figure|noscript)$/.test(element.name);
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

/** The links around a figure's images and in its captions, except links to the image files. */
export function figureLinks(figure: Element, page: MainContent): Link[] {
  return findAllBelow(figure, (element) => element.name === 'a', page.skips).flatMap((anchor) => {
    const url = toAbsolute(attribute(anchor, 'href'), page.base);
    const element = findBelow(anchor, isImage);
    const image = element && readImage(element, page.base);
    if (url === undefined || (image && isImageAddress(url))) return [];
    if (image?.candidates.some((candidate) => candidate.url === url)) return [];
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

/** Adds the text of a caption's element to the visual before it; false if it is another element, or the visual has a caption. */
export function addCaption(visual: Visual | undefined, element: Element): boolean {
  if (visual?.kind !== 'image' || element.name === 'caption' || textContextOf(element) !== 'caption') return false;
  const text = collapseSpace(textBelow(element));
  if (text === '' || visual.image.caption !== null || text.length > MAX_CAPTION_UNITS) return false;
  addLine(visual, { text, isCredit: false, isInCaption: true, visualsBefore: 1 });
  return true;
}

/** A longer text is no caption, in UTF-16 units. */
const MAX_CAPTION_UNITS = 600;
