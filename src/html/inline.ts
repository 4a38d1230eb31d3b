import { toAbsolute } from '../article/address.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import type { SpanCollector, SpanStyle } from './span-collector.ts';
import { attribute, type Element } from './tree/dom.ts';

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
const UNSTYLED = new Set([
  'span',
  'font',
  'u',
  's',
  'del',
  'ins',
  'small',
  'big',
  'sub',
  'sup',
  'abbr',
  'acronym',
  'bdi',
  'bdo',
  'label',
  'mark',
  'q',
  'time',
  'ruby',
  'rb',
  'wbr',
  'data',
  'strike',
  'tt',
  'nobr',
  'noindex',
  'o:p',
  'math',
  'mrow',
  'mi',
  'mn',
  'mo',
  'msup',
  'msub',
  'mfrac',
  'mtext',
]);
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|[6-9]00)/i;

/** Creates a tracker; `base` resolves the links. */
export function trackInline(collector: () => SpanCollector, base: string): InlineTracker {
  let strong = 0;
  let emphasis = 0;
  let code = 0;
  const hrefs: (string | undefined)[] = [];

  function style(): SpanStyle {
    const href = hrefs.at(-1);
    return {
      ...(strong > 0 ? { strong: true as const } : {}),
      ...(emphasis > 0 ? { emphasis: true as const } : {}),
      ...(code > 0 ? { code: true as const } : {}),
      ...(href === undefined ? {} : { href }),
    };
  }

  function count(element: Element, by: 1 | -1): boolean {
    if (isBold(element)) strong += by;
    else if (EMPHASIS.has(element.name)) emphasis += by;
    else if (CODE.has(element.name)) code += by;
    else if (element.name === 'a') countLink(element, by);
    else return element.name === 'br' || UNSTYLED.has(element.name);
    return true;
  }

  function countLink(element: Element, by: 1 | -1): void {
    if (by === -1) hrefs.pop();
    else hrefs.push(toAbsolute(attribute(element, 'href'), base));
  }

  return {
    enter(element) {
      if (element.name === 'br') collector().lineBreak();
      const isInline = count(element, 1);
      const quote = element.name === 'q' ? '“' : '';
      if (quote !== '') collector().add(quote, style());
      return isInline;
    },
    leave(element) {
      if (element.name === 'q') collector().add('”', style());
      count(element, -1);
    },
    text: (text) => collector().add(text, style()),
    href: () => hrefs.at(-1),
  };
}

function isBold(element: Element): boolean {
  if (STRONG.has(element.name)) return true;
  return element.name === 'span' && BOLD_STYLE.test(attribute(element, 'style'));
}

/** The text of an emoji that is shown as an image; undefined for any other element. */
export function emojiText(element: Element): string | undefined {
  if (element.name !== 'img' || !/\b(?:emoji|wp-smiley|twemoji|emoticon)\b/i.test(attribute(element, 'class')))
    return undefined;
  return collapseSpace(attribute(element, 'alt'));
}
