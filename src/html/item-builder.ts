import type { Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { isBylineLabel } from '../text/bylines.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { addText } from './add-text.ts';
import { isNotice } from './boilerplate/notices.ts';
import { isShareLine } from './boilerplate/share-lines.ts';
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
    const title = heading && collapseSpace(textOf(taken));
    if (heading && title !== undefined && !readsLikeText(title)) append(items, headings(heading, title, taken));
    else if (taken.length > 0) addText(items, taken, { contexts, isSmall: print.isWhole() });
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
      if (inline.enter(element) || innermost('pre') || isVerseLine(element)) return;
      if (isNoteNumber(spans.line())) inline.text(' ');
      else flush();
    },
    leave(element) {
      const pre = innermost('pre');
      if (endsParagraph(element, pre)) flush();
      else if (isLine(element, pre) && spans.line() !== '') spans.lineBreak();
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
      if (more.some(({ kind }) => kind === 'image')) print.picture();
    },
    addLater: (...more) => append(afterParagraph, more),
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

/** The number in front of a note; the note is often in an element of its own. */
function isNoteNumber(line: string): boolean {
  return line.length <= 4 && /^(?:[[(]?\d{1,2}[\]).]?|[*†‡])$/.test(line.trim());
}

/** A line of a poem, or of a line block of docutils; the stanza around it is the paragraph. */
function isVerseLine(element: Element): boolean {
  return element.name === 'div' && VERSE_LINE.test(attribute(element, 'class'));
}

const VERSE_LINE = /^(?:line|verse-?line|poem-?line|l)$/i;

/** Whether a paragraph ends with an element; preformatted text is one paragraph. */
function endsParagraph(element: Element, pre: Element | undefined): boolean {
  return pre ? pre === element : isBlock(element) && !isVerseLine(element);
}

/** Whether an element is a line of a poem or of code: some pages wrap each one. */
function isLine(element: Element, pre: Element | undefined): boolean {
  return pre ? /^(?:div|p|li|tr)$/.test(element.name) : isVerseLine(element);
}

function endsContext(element: Element, { innermost }: OpenContexts): boolean {
  const context = textContextOf(element);
  return context !== undefined && innermost(context) === element;
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

/** The heading with a title; none if the title is empty or says nothing about the text below it. */
function headings(element: Element, title: string, spans: Span[]): Heading[] {
  if (title === '' || isNotice(title) || isShareLine(title)) return [];
  const anchor = attribute(element, 'id') || null;
  return [{ kind: 'heading', from: 'heading', level: Number(element.name.slice(1)), title, spans, anchor }];
}
