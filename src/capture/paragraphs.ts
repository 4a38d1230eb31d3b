import { isBlock } from '../html/tree/block-elements.ts';
import { type Document, type Element, walk } from '../html/tree/dom.ts';

/** The block elements with text and without another one in them, in document order. */
export function paragraphsBelow(root: Document | Element): Element[] {
  const found: Element[] = [];
  const open: { hasText: boolean; hasBlock: boolean }[] = [];
  walk(root, {
    enter(element) {
      if (element.type !== 'tag') return 'skip';
      open.push({ hasText: false, hasBlock: false });
      return undefined;
    },
    leave(element) {
      const { hasText = false, hasBlock = false } = open.pop() ?? {};
      const isParagraph = isBlock(element) && hasText;
      if (isParagraph && !hasBlock) found.push(element);
      const parent = open.at(-1);
      if (parent === undefined) return;
      parent.hasText ||= hasText;
      parent.hasBlock ||= hasBlock || isParagraph;
    },
    text(text) {
      const own = open.at(-1);
      if (own && text.trim() !== '') own.hasText = true;
    },
  });
  return found;
}
