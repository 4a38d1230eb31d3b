import { toAbsolute } from '../article/address.ts';
import type { SpanCollector, SpanStyle } from './span-collector.ts';
import { isBlock } from './tree/block-elements.ts';
import { attribute, type Element, previousElement, textUpTo } from './tree/dom.ts';

/** Tracks the styles of inline elements during a walk, and adds styled text to a collector. */
export interface InlineTracker {
  /** Returns false if the element is not inline. */
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(text: string): void;
  /** The address of the enclosing link. */
  href(): string | undefined;
}

const STRONG = new Set(['b', 'strong']);
const EMPHASIS = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|[6-9]00)/i;

/** Creates a tracker; `base` resolves the links. */
export function trackInline(collector: () => SpanCollector, base: string): InlineTracker {
  let strong = 0;
  let emphasis = 0;
  let code = 0;
  const hrefs: (string | undefined)[] = [];

  function style(): SpanStyle {
    const own: SpanStyle = {};
    const href = hrefs.at(-1);
    if (strong > 0) own.strong = true;
    if (emphasis > 0) own.emphasis = true;
    if (code > 0) own.code = true;
    if (href !== undefined) own.href = href;
    return own;
  }

  function count(element: Element, by: 1 | -1): boolean {
    if (isBold(element)) strong += by;
    else if (EMPHASIS.has(element.name)) emphasis += by;
    else if (CODE.has(element.name)) code += by;
    else if (element.name === 'a') countLink(element, by);
    else return !isBlock(element);
    return true;
  }

  function countLink(element: Element, by: 1 | -1): void {
    if (by === -1) hrefs.pop();
    else hrefs.push(toAbsolute(attribute(element, 'href'), base));
  }

  function endLine(): void {
    if (collector().line() !== '') collector().lineBreak();
  }

  return {
    enter(element) {
      if (element.name === 'br') collector().lineBreak();
      if (isLine(element)) endLine();
      const isInline = count(element, 1);
      const mark = markBefore(element);
      if (mark !== '') collector().add(mark, style());
      return isInline;
    },
    leave(element) {
      if (element.name === 'q') collector().add('”', style());
      else if (isSideNote(element)) collector().add(') ', style());
      else if (isDateline(element)) collector().add(' — ', style());
      if (isLine(element)) endLine();
      count(element, -1);
    },
    text: (text) => collector().add(text, style()),
    href: () => hrefs.at(-1),
  };
}

const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|list-item)\b/i;

/** Whether the style of a span makes it a line of its own. */
function isLine(element: Element): boolean {
  return element.name === 'span' && BLOCK_STYLE.test(attribute(element, 'style'));
}

function isBold(element: Element): boolean {
  if (STRONG.has(element.name)) return true;
  return element.name === 'span' && BOLD_STYLE.test(attribute(element, 'style'));
}

/** A note that is in the middle of the sentence which it is about, and shown beside it. */
function isSideNote(element: Element): boolean {
  return element.name === 'span' && SIDE_NOTE.test(attribute(element, 'class'));
}

/** The place before the first sentence, which the page sets apart. */
function isDateline(element: Element): boolean {
  return (
    element.name === 'span' &&
    DATELINE_CLASS.test(attribute(element, 'class')) &&
    element.next?.type === 'text' &&
    /^\p{L}/u.test(element.next.data)
  );
}

const DATELINE_CLASS = /(?:^|\s)(?:location-?stamp|date-?line)(?=\s|$)/i;

/** Scripts that put spaces between words, and have no capital letters. */
const UNCASED =
  '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Gujarati}\\p{Script=Georgian}]';
const ENDS_UNCASED = new RegExp(`${UNCASED}$`, 'u');
const STARTS_UNCASED = new RegExp(`^${UNCASED}`, 'u');
/** A longer element is text, in UTF-16 units. */
const MAX_FIELD_UNITS = 60;

/** Whether an element directly after another one is the next field of a line, which only the page's style sets apart: "Ann Lee|Updated: 3 May". */
function isField(element: Element): boolean {
  const { name, prev } = element;
  if (name !== 'span' || prev?.type !== 'tag' || prev.name !== 'span') return false;
  const before = textUpTo(prev, MAX_FIELD_UNITS) ?? '';
  const own = textUpTo(element, MAX_FIELD_UNITS) ?? '';
  if (before.length < 3 || own.length < 3) return false;
  return (
    (/[\p{Ll}\d)]$/u.test(before) && /^\p{Lu}/u.test(own)) || (ENDS_UNCASED.test(before) && STARTS_UNCASED.test(own))
  );
}

const SIDE_NOTE = /(?:^|\s)(?:side-?note|margin-?note)(?=\s|$)/i;

/** What is drawn before an element: the quotation mark of `<q>`, the bar of a fraction, the root sign, the space of a time. */
function markBefore(element: Element): string {
  if (element.name === 'q') return '“';
  if (element.name === 'msqrt') return '√';
  if (isSideNote(element)) return ' (';
  if (isField(element)) return ' ';
  if (element.name === 'time') return element.prev?.type === 'tag' ? ' ' : '';
  const { parent } = element;
  return parent.type === 'tag' && parent.name === 'mfrac' && previousElement(element) !== undefined ? '/' : '';
}
