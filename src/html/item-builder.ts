import type { Block, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { isBylineLabel, isBylineSuffix } from '../text/bylines.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { attachCaption } from './attach-captions.ts';
import { isPictureSource } from './captions.ts';
import { attribute, type Element } from './dom.ts';
import { followInline, type Inline } from './inline.ts';
import { append, type Heading, type Item } from './items.ts';
import { isMediaFallback, isNotice, isPlayerControl } from './player-fallbacks.ts';
import { createSpans } from './span-collector.ts';
import {
  createOpenContexts,
  isBlock,
  leadsIntoSentence,
  type OpenContexts,
  startsParagraph,
  type TextContext,
  textContextOf,
} from './text-context.ts';

/** Gathers an article's items while its tree is walked: running text into paragraphs, whole things as they come. */
export interface ItemBuilder {
  inline: Inline;
  enter(element: Element): void;
  leave(element: Element): void;
  text(text: string): void;
  /** Adds things that are read at once, behind the text before them. */
  add(...items: Item[]): void;
  finish(): Item[];
}

/** Starts an empty article whose links are relative to `base`. */
export function createItemBuilder(base: string): ItemBuilder {
  const items: Item[] = [];
  const places = createOpenContexts();
  let spans = createSpans();
  let small = 0;
  const inline = followInline(() => spans, base);
  const { innermost } = places;

  function flush(): void {
    const taken = spans.take();
    if (textOf(taken).trim() === '') return;
    const heading = innermost('heading');
    if (heading && !readsLikeText(textOf(taken))) items.push(toHeading(heading, taken));
    else addText(taken);
  }

  function addText(taken: Span[]): void {
    const text = collapseSpace(textOf(taken));
    if (isMediaFallback(text) || isPlayerControl(text) || isNotice(text)) return;
    if (items.at(-1)?.kind === 'byline' && isBylineSuffix(text)) return;
    const isCaption = small > 0 || innermost('caption') !== undefined;
    if (innermost('byline') && isNames(text)) items.push({ kind: 'byline', text });
    else if (!attachCaption(items.at(-1), text, isCaption) && !isPictureSource(text))
      items.push({ kind: 'block', block: toBlock(taken, places) });
  }

  return {
    inline,
    enter(element) {
      const place = placeFor(element, places, spans.line());
      if (place) {
        if (place === 'byline' && isBylineLabel(spans.line())) spans.dropLine();
        flush();
        places.open(element, place);
      }
      if (place === 'pre') spans = createSpans(true);
      if (element.name === 'small') small += 1;
      if (!inline.enter(element) && !innermost('pre')) flush();
    },
    leave(element) {
      const pre = innermost('pre');
      if (isBlock(element) && (!pre || pre === element)) flush();
      else if (pre && isLineOfCode(element) && spans.line() !== '') spans.lineBreak();
      else if (element.name === 'small' && isVisual(items.at(-1))) flush();
      inline.leave(element);
      if (endsPlace(element, places)) flush();
      if (places.close(element) === 'pre') spans = createSpans();
      if (element.name === 'small') small -= 1;
    },
    text(text) {
      if (startsParagraph(text, spans.trailingBreaks())) flush();
      inline.text(text);
    },
    add(...more) {
      flush();
      append(items, more);
    },
    finish() {
      flush();
      return items;
    },
  };
}

/** The place that begins with an element; an author named in a sentence, or in a byline, belongs to that. */
function placeFor(element: Element, { innermost }: OpenContexts, line: string): TextContext | undefined {
  const place = textContextOf(element);
  if (place !== 'byline' || isBlock(element)) return place;
  return innermost('byline') || !isBylineLabel(line) || leadsIntoSentence(element) ? undefined : place;
}

/** Some pages put each line of a program into a box. */
function isLineOfCode({ name }: Element): boolean {
  return name === 'div' || name === 'p' || name === 'li' || name === 'tr';
}

function endsPlace(element: Element, { innermost }: OpenContexts): boolean {
  const place = textContextOf(element);
  return place !== undefined && innermost(place) === element;
}

function toBlock(spans: Span[], { innermost }: OpenContexts): Block {
  if (innermost('pre')) return { kind: 'code', spans };
  return { kind: innermost('quote') ? 'quote' : 'paragraph', spans };
}

/** A longer text in a byline's place is not who wrote, in UTF-16 units. */
const MOST_BYLINE = 120;

/** Whether a text in a byline's place can name who wrote; what is said of them in a sentence is text. */
function isNames(text: string): boolean {
  return text.length <= MOST_BYLINE && !/\s\p{Ll}[^,]{24,}[.!?]$|[。！？]$/u.test(text);
}

/** Old pages set whole paragraphs as headings; longer sentences than these head nothing, in UTF-16 units. */
const LONGEST_HEADING = { ideographic: 90, spaced: 240 };

function readsLikeText(heading: string): boolean {
  const most = /\p{Script=Han}/u.test(heading) ? LONGEST_HEADING.ideographic : LONGEST_HEADING.spaced;
  return heading.length > most && /[。！.!…]["”」』）)]*\s*$/u.test(heading);
}

function isVisual(item: Item | undefined): boolean {
  return item?.kind === 'image' || item?.kind === 'media';
}

function toHeading(element: Element, spans: Span[]): Heading {
  const anchor = attribute(element, 'id');
  return {
    kind: 'heading',
    from: 'heading',
    level: Number(element.name.slice(1)),
    title: collapseSpace(textOf(spans)),
    spans,
    anchor: anchor === '' ? null : anchor,
  };
}
