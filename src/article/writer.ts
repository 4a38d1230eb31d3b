import type { Block, Span } from './article.ts';
import { isPictureSource } from './captions.ts';
import { attribute, type Element } from './dom.ts';
import { isControl, isMediaFallback, isNotice } from './fallbacks.ts';
import { followInline, type Inline } from './inline.ts';
import { append, type Heading, type Item } from './items.ts';
import { createOpenPlaces, isBlock, type OpenPlaces, placeOf, startsParagraph } from './places.ts';
import { createSpans, textOf } from './spans.ts';
import { collapseSpace } from './text.ts';
import { addToVisual } from './visual-text.ts';

/** Gathers an article's items while its tree is walked: running text into paragraphs, whole things as they come. */
export interface Writer {
  inline: Inline;
  enter(element: Element): void;
  leave(element: Element): void;
  text(text: string): void;
  /** Adds things that are read at once, behind the text before them. */
  add(...items: Item[]): void;
  finish(): Item[];
}

/** Starts an empty article whose links are relative to `base`. */
export function createWriter(base: string): Writer {
  const items: Item[] = [];
  const places = createOpenPlaces();
  let spans = createSpans();
  let small = 0;
  const inline = followInline(() => spans, base);
  const { innermost } = places;

  function flush(): void {
    const taken = spans.take();
    if (textOf(taken).trim() === '') return;
    const heading = innermost('heading');
    if (heading) items.push(toHeading(heading, taken));
    else addText(taken);
  }

  function addText(taken: Span[]): void {
    const text = collapseSpace(textOf(taken));
    if (isMediaFallback(text) || isControl(text) || isNotice(text)) return;
    const isCaption = small > 0 || innermost('caption') !== undefined;
    if (innermost('byline') && text.length <= MOST_BYLINE) items.push({ kind: 'byline', text });
    else if (!addToVisual(items.at(-1), text, isCaption) && !isPictureSource(text))
      items.push({ kind: 'block', block: toBlock(taken, places) });
  }

  function endsPlace(element: Element): boolean {
    const place = placeOf(element);
    return place !== undefined && innermost(place) === element;
  }

  return {
    inline,
    enter(element) {
      const place = placeOf(element);
      if (place) {
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
      else if (element.name === 'small' && isVisual(items.at(-1))) flush();
      inline.leave(element);
      if (endsPlace(element)) flush();
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

function toBlock(spans: Span[], { innermost }: OpenPlaces): Block {
  if (innermost('pre')) return { kind: 'code', spans };
  return { kind: innermost('quote') ? 'quote' : 'paragraph', spans };
}

/** A longer text in a byline's place is not who wrote, in UTF-16 units. */
const MOST_BYLINE = 120;

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
