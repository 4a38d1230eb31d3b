import { attribute, type Document, type Element, walk } from '../html/tree/dom.ts';

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0/i;
const MIN_PARAGRAPHS = 3;
const MIN_CHARS = 400;

/**
 * The hidden elements that have the text of an article: a script of the page shows them, when it runs or when a reader asks
 * for more.
 */
export function findHiddenText(document: Document): ReadonlySet<Element> {
  const found = new Set<Element>();
  const open: { paragraphs: number; chars: number }[] = [];
  walk(document, {
    enter(element) {
      if (element.type !== 'tag' || element.name === 'template') return 'skip';
      open.push({ paragraphs: 0, chars: 0 });
      return undefined;
    },
    leave(element) {
      const own = open.pop() ?? { paragraphs: 0, chars: 0 };
      if (element.name === 'p' && own.chars > 0) own.paragraphs += 1;
      if (isHidden(element) && own.paragraphs >= MIN_PARAGRAPHS && own.chars >= MIN_CHARS) found.add(element);
      const parent = open.at(-1);
      if (parent === undefined) return;
      parent.paragraphs += own.paragraphs;
      parent.chars += own.chars;
    },
    text(text) {
      const own = open.at(-1);
      if (own) own.chars += text.trim().length;
    },
  });
  return found;
}

function isHidden(element: Element): boolean {
  if ('hidden' in element.attribs || attribute(element, 'aria-hidden') === 'true') return true;
  return (
    HIDDEN_STYLE.test(attribute(element, 'style')) ||
    /\b(?:hidden|hide|d-none|paywall)\b/i.test(attribute(element, 'class'))
  );
}
