import type { Block, Span } from '../article/article.ts';
import { runsOf, textOf } from '../article/block-text.ts';
import { isBylineLabel, isBylineSuffix, namesIn } from '../text/bylines.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { markedNames } from './authors/author-elements.ts';
import { isControlLabel, isMediaFallback, isSiteNotice } from './boilerplate/boilerplate-text.ts';
import { isMetaLine, isNotice, isRule } from './boilerplate/notices.ts';
import { attachCaption } from './captions/attach-caption.ts';
import { isImageSource } from './captions/read-credit.ts';
import { type InlineTracker, trackInline } from './inline.ts';
import { append, type Heading, type Item } from './items.ts';
import { endsLine, trackSmallPrint } from './small-print.ts';
import { createSpanCollector } from './span-collector.ts';
import {
  continuesSentence,
  createOpenContexts,
  type OpenContexts,
  startsParagraph,
  type TextContext,
  textContextOf,
} from './text-context.ts';
import { isBlock } from './tree/block-elements.ts';
import { attribute, type Element } from './tree/dom.ts';

/** Builds the items of an article during a walk: inline text becomes paragraphs, other items are added complete. */
export interface ItemBuilder {
  inline: InlineTracker;
  enter(element: Element): void;
  leave(element: Element): void;
  text(text: string): void;
  /** Adds complete items after the text before them. */
  add(...items: Item[]): void;
  /** Adds complete items after the paragraph around them. */
  addLater(...items: Item[]): void;
  finish(): Item[];
}

/** Creates an empty builder; `base` resolves the links. */
export function createItemBuilder(base: string): ItemBuilder {
  const items: Item[] = [];
  const contexts = createOpenContexts();
  let spans = createSpanCollector();
  let afterParagraph: Item[] = [];
  const print = trackSmallPrint();
  const inline = trackInline(() => spans, base);
  const { innermost } = contexts;

  function flush(): void {
    const taken = spans.take();
    const heading = innermost('heading');
    if (textOf(taken).trim() !== '') {
      if (heading && !readsLikeText(textOf(taken))) items.push(toHeading(heading, taken));
      else addText(items, taken, { contexts, isSmall: print.isWhole() });
    }
    print.reset();
    append(items, afterParagraph);
    afterParagraph = [];
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
      print.enter(element);
      if (inline.enter(element) || innermost('pre')) return;
      if (isNoteNumber(spans.line())) inline.text(' ');
      else flush();
    },
    leave(element) {
      const pre = innermost('pre');
      if (isBlock(element) && (!pre || pre === element)) flush();
      else if (pre && isLineOfCode(element) && spans.line() !== '') spans.lineBreak();
      else if (endsLine(element) && print.isWhole() && isVisual(items.at(-1))) flush();
      inline.leave(element);
      if (endsContext(element, contexts)) flush();
      if (contexts.close(element) === 'pre') spans = createSpanCollector();
      print.leave(element);
    },
    text(text) {
      if (startsParagraph(text, spans.trailingBreaks())) flush();
      print.text(text);
      inline.text(text);
    },
    add(...more) {
      flush();
      append(items, more);
    },
    addLater: (...more) => append(afterParagraph, more),
    finish() {
      flush();
      return items;
    },
  };
}

/** Adds a paragraph, unless it is boilerplate, a byline or the caption of the visual before it. */
function addText(
  items: Item[],
  spans: Span[],
  { contexts, isSmall }: { contexts: OpenContexts; isSmall: boolean },
): void {
  const written = contexts.innermost('pre') ? spans : withoutRules(spans);
  const text = collapseSpace(textOf(written));
  if (text === '' || isMediaFallback(text) || isControlLabel(text) || isSiteNotice(text)) return;
  const last = items.at(-1);
  if (last?.kind === 'byline' && isBylineSuffix(text)) return;
  const isCaption = isSmall || contexts.innermost('caption') !== undefined;
  const byline = contexts.innermost('byline');
  if (byline && canBeNames(text)) items.push({ kind: 'byline', names: bylineNames(text, byline) });
  else if (!attachCaption(items, text, isCaption) && !isBesideText(text))
    addBlock(items, { kind: 'block', block: toBlock(written, contexts) });
}

/** Whether a line is a credit without its picture, or a notice. */
function isBesideText(text: string): boolean {
  return isImageSource(text) || isNotice(text) || isMetaLine(text);
}

/** The spans without lines that are drawn with characters; preformatted text and text without such lines is unchanged. */
function withoutRules(spans: Span[]): Span[] {
  const lines = textOf(spans).split('\n');
  if (!lines.some(isRule)) return spans;
  if (lines.every((line) => isRule(line) || line.trim() === '')) return [];
  return spans.flatMap((span) => {
    const kept = span.text.split('\n').filter((line) => !isRule(line));
    return kept.length === 0 ? [] : [{ ...span, text: kept.join('\n') }];
  });
}

/** The context that starts with an element; an author inside a sentence or a byline starts none. */
function contextFor(element: Element, { innermost }: OpenContexts, line: string): TextContext | undefined {
  const context = textContextOf(element);
  if (context !== 'byline' || isBlock(element)) return context;
  return innermost('byline') || !isBylineLabel(line) || continuesSentence(element) ? undefined : context;
}

/** An emoji on its own is the icon of a box, and starts its text. */
function addBlock(items: Item[], item: Extract<Item, { kind: 'block' }>): void {
  const before = items.at(-1);
  if (item.block.kind === 'paragraph' && before?.kind === 'block' && isEmojiOnly(before.block)) {
    items.pop();
    item.block.spans.unshift({ text: `${textOf(runsOf(before.block).flat())} ` });
  }
  items.push(item);
}

function isEmojiOnly(block: Block): boolean {
  return block.kind === 'paragraph' && block.spans.length === 1 && EMOJI.test(block.spans[0]?.text ?? '');
}

/** The number in front of a note; the note is often in an element of its own. */
function isNoteNumber(line: string): boolean {
  return line.length <= 4 && /^(?:[[(]?\d{1,2}[\]).]?|[*†‡])$/.test(line.trim());
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

const EMOJI = /^\p{Extended_Pictographic}\ufe0f?$/u;

/** The names in a part of a byline: those marked up in it, else those that its text names. */
function bylineNames(text: string, byline: Element): string[] {
  const marked = markedNames(byline);
  return marked.length > 0 ? marked.filter((name) => text.includes(name)) : namesIn(text);
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
