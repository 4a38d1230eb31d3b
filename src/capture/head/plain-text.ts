import { textBelow } from '../../html/tree/dom.ts';
import { parseHtml } from '../../html/tree/parse-html.ts';
import { collapseSpace } from '../../text/collapse-space.ts';

const MAX_UNITS = 4000;

/** One line of text, of what may be text, text with references (`&amp;`) or HTML; the start of a long one. */
export function plainText(text: string): string {
  const start = text.slice(0, MAX_UNITS).toWellFormed();
  // Some systems escape a reference again, so that one is left.
  const decoded = /[<&]/.test(start) ? decode(decode(start)) : start;
  return collapseSpace(decoded);
}

function decode(text: string): string {
  return /&[a-z#][a-z0-9]*;|<\/?[a-z]/i.test(text) ? textBelow(parseHtml(text)) : text;
}
