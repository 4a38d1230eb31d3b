import { isBlock } from './tree/block-elements.ts';
import type { Element } from './tree/dom.ts';

/** Tracks which text of the current paragraph is in `<small>`. */
export interface SmallPrint {
  enter(element: Element): void;
  leave(element: Element): void;
  text(text: string): void;
  /** Whether the paragraph has text and all of it is small print; small capitals at its start are not. */
  isWhole(): boolean;
  /** Starts the next paragraph. */
  reset(): void;
}

/** Creates a tracker at the start of a paragraph. */
export function trackSmallPrint(): SmallPrint {
  let depth = 0;
  let hasSmall = false;
  let hasOther = false;
  return {
    enter({ name }) {
      if (name === 'small') depth += 1;
    },
    leave({ name }) {
      if (name === 'small') depth -= 1;
    },
    text(text) {
      if (text.trim() === '') return;
      if (depth > 0) hasSmall = true;
      else hasOther = true;
    },
    isWhole: () => hasSmall && !hasOther,
    reset() {
      hasSmall = false;
      hasOther = false;
    },
  };
}

/** Inline wrappers of small print are at most this deep. */
const MAX_WRAPPERS = 4;

/** Whether small print ends a line of its own: in a box, not in a paragraph, whose other text continues it. */
export function endsLine(small: Element): boolean {
  if (small.name !== 'small') return false;
  let node = small.parent;
  for (let level = 0; level < MAX_WRAPPERS && node.type !== 'root' && !isBlock(node); level += 1) node = node.parent;
  return node.type === 'root' || (node.name !== 'p' && !startsWithSmallLetter(small));
}

function startsWithSmallLetter({ next }: Element): boolean {
  return next?.type === 'text' && /^\s*[\p{Ll}\p{Script=Han},，]/u.test(next.data);
}
