import { sourceOf, toAbsolute } from '../article/address.ts';
import type { Link } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isName } from '../text/names.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';
import { isMediaFallback } from './boilerplate/boilerplate-text.ts';
import { isCreditText } from './captions/agencies.ts';
import { isCredit, isCreditAfterStop, isMaker } from './captions/maker-elements.ts';
import { readCredit, withoutVerb } from './captions/read-credit.ts';
import { isBareLabel, splitCaption } from './captions/split-caption.ts';
import { isImage, isImageAddress, readImage } from './images.ts';
import { trackInline } from './inline.ts';
import { inlineImageText } from './inline-images.ts';
import { append, type Visual } from './items.ts';
import type { MainContent } from './main-content.ts';
import { findPoster, isMedia, readMedia } from './media.ts';
import { createSpanCollector } from './span-collector.ts';
import { textContextOf } from './text-context.ts';
import { attribute, type Element, findAllBelow, findBelow, previousElement, textBelow, walk } from './tree/dom.ts';

/** A longer line below a caption is no credit, in UTF-16 units. */
const MAX_CREDIT_UNITS = 80;

interface CaptionLine {
  text: string;
  isCredit: boolean;
  /** Whether it is in the element for captions. */
  isInCaption: boolean;
  /** The number of visuals before it. */
  visualsBefore: number;
}

/** Reads the visuals of a figure, each with its caption and credit. */
export function readFigure(figure: Element, page: MainContent): Visual[] {
  const visuals: Visual[] = [];
  const lines: CaptionLine[] = [];
  collect(figure, page, { visuals, lines });
  addPosters(figure, page, visuals);
  markCreditsBeside(lines);
  const known = new Set(visuals.flatMap((visual) => (visual.kind === 'image' ? (visual.image.caption ?? []) : [])));
  for (const line of lines) {
    const visual = visualOf(line, lines, visuals);
    if (visual && !known.has(splitCaption(line.text).caption ?? '')) addLine(visual, line);
  }
  return visuals;
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
      if (page.skips(element)) return 'skip';
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

function addLine(visual: Visual, line: CaptionLine): void {
  if (isBareLabel(line.text) || isMediaFallback(line.text)) return;
  const parts = partsOf(visual, line);
  if (visual.kind === 'media') {
    visual.media.caption = joinTexts(visual.media.caption, parts.caption ?? parts.credit);
    return;
  }
  visual.image.caption = joinTexts(visual.image.caption, parts.caption);
  visual.image.credit = joinTexts(visual.image.credit, parts.credit);
}

function partsOf(visual: Visual, { text, isCredit }: CaptionLine): ReturnType<typeof splitCaption> {
  if (isCredit) return { caption: null, credit: readCredit(bareCredit(text)) ?? withoutVerb(bareCredit(text)) };
  const before = visual.kind === 'image' ? visual.image.caption : null;
  return before !== null && isCreditBelow(before, text)
    ? { caption: null, credit: withoutVerb(bareCredit(text)) }
    : splitCaption(text);
}

/** A credit without the brackets or the dash around it. */
function bareCredit(text: string): string {
  return text.replace(/^[\s—–|/-]*[（(【[]?\s*(?=\S{2})|\s*[）)】\]]$/gu, (mark) =>
    /[)）】\]]/.test(mark) && !/^[\s—–|/-]*[（(【[]/.test(text) ? mark : '',
  );
}

/** Below a longer caption, a short line that is a name or an agency is the credit. */
function isCreditBelow(caption: string, text: string): boolean {
  if (readCredit(text) !== undefined || text.length > MAX_CREDIT_UNITS) return false;
  if (text.length >= caption.length && !endsWithStop(caption)) return false;
  return isCreditText(text) || (isName(text) && !endsWithStop(text));
}

function joinTexts(before: string | null, next: string | null): string | null {
  if (next === null || before === next) return before;
  return before === null ? next : `${before} ${next}`;
}
