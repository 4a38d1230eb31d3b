import { sourceOf, toAbsolute } from '../article/address.ts';
import type { Link } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isName } from '../text/names.ts';
import { rememberTests } from '../text/remembered-test.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';
import { isMediaFallback } from './boilerplate/boilerplate-text.ts';
import { isCreditText } from './captions/agencies.ts';
import { readCredit, withoutVerb } from './captions/read-credit.ts';
import { isBareLabel, splitCaption } from './captions/split-caption.ts';
import { isImage, isImageAddress, readImage } from './images.ts';
import { trackInline } from './inline.ts';
import { inlineImageText } from './inline-images.ts';
import { append, type Visual } from './items.ts';
import type { MainContent } from './main-content.ts';
import { findPoster, isMedia, readMedia } from './media.ts';
import { createSpanCollector } from './span-collector.ts';
import { attribute, type Element, findAllBelow, findBelow, previousElement, textBelow, walk } from './tree/dom.ts';

const CREDIT_NAMES = rememberTests(
  /(?:^|[\s_-])(?:credits?|copyright|image-source|caption__source|photo-?credit|photographer|attribution|agency|img-?source|rights)(?=$|[\s_-])/i,
);

/** A longer line below a caption is no credit, in UTF-16 units. */
const MAX_CREDIT_UNITS = 80;

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
  const known = new Set(visuals.flatMap((visual) => (visual.kind === 'image' ? (visual.image.caption ?? []) : [])));
  for (const line of lines) {
    const visual = visualOf(line, lines, visuals);
    if (visual && !known.has(splitCaption(line.text).caption ?? '')) addLine(visual, line);
  }
  return visuals;
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
      inline.text(inlineImageText(element) ?? '');
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
  if (readCredit(text) !== undefined || text.length > MAX_CREDIT_UNITS || text.length >= caption.length) return false;
  return isCreditText(text) || (isName(text) && !endsWithStop(text));
}

function joinTexts(before: string | null, next: string | null): string | null {
  if (next === null || before === next) return before;
  return before === null ? next : `${before} ${next}`;
}
