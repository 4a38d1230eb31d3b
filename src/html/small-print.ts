import { isBlock } from './tree/block-elements.ts';
import type { Element } from './tree/dom.ts';

/** Tracks which text of the current paragraph is in `<small>`, or in `<em>` behind a picture of the same paragraph. */
export interface SmallPrint {
  enter(element: Element): void;
  leave(element: Element): void;
  text(text: string): void;
  /** Adds a picture to the paragraph: "![The pier](pier.jpg) *The pier in fog*" of Markdown. */
  picture(): void;
  /** Whether the paragraph has text and all of it is small print; small capitals at its start are not. */
  isWhole(): boolean;
  /** Starts the next paragraph. */
  reset(): void;
}

/** Creates a tracker at the start of a paragraph. */
export function trackSmallPrint(): SmallPrint {
  let depth = 0;
  let emphasis = 0;
  let isBehindPicture = false;
  let hasSmall = false;
  let hasOther = false;
  return {
    enter(element) {
      if (isSmall(element)) depth += 1;
      else if (EMPHASIS.has(element.name)) emphasis += 1;
      else if (isBlock(element)) isBehindPicture = false;
    },
    leave(element) {
      if (isSmall(element)) depth -= 1;
      else if (EMPHASIS.has(element.name)) emphasis -= 1;
      else if (isBlock(element)) isBehindPicture = false;
    },
    picture() {
      isBehindPicture = true;
    },
    text(text) {
      if (text.trim() === '') return;
      if (depth > 0 || (emphasis > 0 && isBehindPicture && text.length <= MAX_CAPTION_UNITS)) hasSmall = true;
      else hasOther = true;
    },
    isWhole: () => hasSmall && !hasOther,
    reset() {
      hasSmall = false;
      hasOther = false;
    },
  };
}

/** The elements for small print, of today and of old pages, many of which have their whole text in size 2 or -1 (https://html.spec.whatwg.org/#rules-for-parsing-a-legacy-font-size). */
function isSmall({ name, attribs }: Element): boolean {
  return name === 'small' || (name === 'font' && /^\s*(?:1|-[2-9])\s*$/.test(attribs['size'] ?? ''));
}

/** A longer emphasised text behind a picture is no caption, in UTF-16 units. */
const MAX_CAPTION_UNITS = 300;
const EMPHASIS = new Set(['em', 'i']);

/** Inline wrappers of small print are at most this deep. */
const MAX_WRAPPERS = 4;

/** Whether small print ends a line of its own: in a box, not in a paragraph, whose other text continues it. */
export function endsLine(small: Element): boolean {
  if (!isSmall(small)) return false;
  let node = small.parent;
  for (let level = 0; level < MAX_WRAPPERS && node.type !== 'root' && !isBlock(node); level += 1) node = node.parent;
  return node.type === 'root' || (node.name !== 'p' && !startsWithSmallLetter(small));
}

function startsWithSmallLetter({ next }: Element): boolean {
  return next?.type === 'text' && /^\s*[\p{Ll}\p{Script=Han},，]/u.test(next.data);
}
