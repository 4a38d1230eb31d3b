import type { Block, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { isBylineLabel, isBylineSuffix } from '../text/bylines.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isControlLabel, isMediaFallback, isSiteNotice } from './boilerplate-text.ts';
import { attachCaption } from './captions/attach-caption.ts';
import { isImageSource } from './captions/read-credit.ts';
import { type InlineTracker, trackInline } from './inline.ts';
import { append, type Heading, type Item } from './items.ts';
import { createSpanCollector } from './span-collector.ts';
import {
  continuesSentence,
  createOpenContexts,
  isBlock,
  type OpenContexts,
  startsParagraph,
  type TextContext,
  textContextOf,
} from './text-context.ts';
import { attribute, type Element } from './tree/dom.ts';

/** Builds the items of an article during a walk: inline text becomes paragraphs, other items are added complete. */
export interface ItemBuilder {
  inline: InlineTracker;
  enter(element: Element): void;
  leave(element: Element): void;
  text(text: string): void;
  /** Adds complete items after the text before them. */
  add(...items: Item[]): void;
  finish(): Item[];
}

/** Creates an empty builder; `base` resolves the links. */
export function createItemBuilder(base: string): ItemBuilder {
  const items: Item[] = [];
  const contexts = createOpenContexts();
  let spans = createSpanCollector();
  let smallDepth = 0;
  const inline = trackInline(() => spans, base);
  const { innermost } = contexts;

  function flush(): void {
    const taken = spans.take();
    if (textOf(taken).trim() === '') return;
    const heading = innermost('heading');
    if (heading && !readsLikeText(textOf(taken))) items.push(toHeading(heading, taken));
    else addText(taken);
  }

  function addText(taken: Span[]): void {
    const text = collapseSpace(textOf(taken));
    if (isMediaFallback(text) || isControlLabel(text) || isSiteNotice(text)) return;
    if (items.at(-1)?.kind === 'byline' && isBylineSuffix(text)) return;
    const isCaption = smallDepth > 0 || innermost('caption') !== undefined;
    if (innermost('byline') && canBeNames(text)) items.push({ kind: 'byline', text });
    else if (!attachCaption(items.at(-1), text, isCaption) && !isImageSource(text))
      items.push({ kind: 'block', block: toBlock(taken, contexts) });
  }

  return {
    inline,
    enter(element) {
      const context = contextFor(element, contexts, spans.line());
      if (context) {
        if (context === 'byline' && isBylineLabel(spans.line())) spans.dropLine();
        flush();
        contexts.open(element, context);
      }
      if (context === 'pre') spans = createSpanCollector(true);
      if (element.name === 'small') smallDepth += 1;
      if (!inline.enter(element) && !innermost('pre')) flush();
    },
    leave(element) {
      const pre = innermost('pre');
      if (isBlock(element) && (!pre || pre === element)) flush();
      else if (pre && isLineOfCode(element) && spans.line() !== '') spans.lineBreak();
      else if (element.name === 'small' && isVisual(items.at(-1))) flush();
      inline.leave(element);
      if (endsContext(element, contexts)) flush();
      if (contexts.close(element) === 'pre') spans = createSpanCollector();
      if (element.name === 'small') smallDepth -= 1;
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

/** The context that starts with an element; an author inside a sentence or a byline starts none. */
function contextFor(element: Element, { innermost }: OpenContexts, line: string): TextContext | undefined {
  const context = textContextOf(element);
  if (context !== 'byline' || isBlock(element)) return context;
  return innermost('byline') || !isBylineLabel(line) || continuesSentence(element) ? undefined : context;
}

/** Some pages wrap each line of code in an element. */
function isLineOfCode({ name }: Element): boolean {
  return name === 'div' || name === 'p' || name === 'li' || name === 'tr';
}

function endsContext(element: Element, { innermost }: OpenContexts): boolean {
  const context = textContextOf(element);
  return context !== undefined && innermost(context) === element;
}

function toBlock(spans: Span[], { innermost }: OpenContexts): Block {
  if (innermost('pre')) return { kind: 'code', spans };
  return { kind: innermost('quote') ? 'quote' : 'paragraph', spans };
}

/** Longer text in a byline element is no byline, in UTF-16 units. */
const MAX_BYLINE_UNITS = 120;

/** Whether text in a byline element can be names; a sentence about the author is text. */
function canBeNames(text: string): boolean {
  return text.length <= MAX_BYLINE_UNITS && !/\s\p{Ll}[^,]{24,}[.!?]$|[。！？]$/u.test(text);
}

/** Old pages mark up whole paragraphs as headings; a longer sentence is text, in UTF-16 units. */
const MAX_HEADING_UNITS = { ideographic: 90, spaced: 240 };

function readsLikeText(heading: string): boolean {
  const max = /\p{Script=Han}/u.test(heading) ? MAX_HEADING_UNITS.ideographic : MAX_HEADING_UNITS.spaced;
  return heading.length > max && /[。！.!…]["”」』）)]*\s*$/u.test(heading);
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
