import { toAbsolute } from '../article/address.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { attribute, type Element } from './dom.ts';
import type { SpanCollector, SpanStyle } from './span-collector.ts';

/** Follows the styles of running text while its tree is walked, and puts the text into a collector. */
export interface Inline {
  /** Takes note of an inline element; false where the element is none of running text. */
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(text: string): void;
  /** Where a link around what comes next leads. */
  href(): string | undefined;
}

const STRONG = new Set(['b', 'strong']);
const EMPHASIS = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const PLAIN = new Set([
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

/** Starts to follow running text; `base` resolves the links. */
export function followInline(collector: () => SpanCollector, base: string): Inline {
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

  function shift(element: Element, by: 1 | -1): boolean {
    if (isBold(element)) strong += by;
    else if (EMPHASIS.has(element.name)) emphasis += by;
    else if (CODE.has(element.name)) code += by;
    else if (element.name === 'a') shiftLink(element, by);
    else return element.name === 'br' || PLAIN.has(element.name);
    return true;
  }

  function shiftLink(element: Element, by: 1 | -1): void {
    if (by === -1) hrefs.pop();
    else hrefs.push(toAbsolute(attribute(element, 'href'), base));
  }

  return {
    enter(element) {
      if (element.name === 'br') collector().lineBreak();
      const isInline = shift(element, 1);
      const quote = element.name === 'q' ? '“' : '';
      if (quote !== '') collector().add(quote, style());
      return isInline;
    },
    leave(element) {
      if (element.name === 'q') collector().add('”', style());
      shift(element, -1);
    },
    text: (text) => collector().add(text, style()),
    href: () => hrefs.at(-1),
  };
}

function isBold(element: Element): boolean {
  if (STRONG.has(element.name)) return true;
  return element.name === 'span' && BOLD_STYLE.test(attribute(element, 'style'));
}

/** The text that an emoji picture stands for, or undefined where the picture is a real one. */
export function emojiText(element: Element): string | undefined {
  if (element.name !== 'img' || !/\b(?:emoji|wp-smiley|twemoji|emoticon)\b/i.test(attribute(element, 'class')))
    return undefined;
  return collapseSpace(attribute(element, 'alt'));
}
