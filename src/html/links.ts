import type { Link, Span } from '../article/article.ts';
import { collapseSpace } from '../text/collapse-space.ts';

/**
 * The links of a run of text, one for each address. An inline link is called what is said first, since the text says
 * the rest; a related one, which is not in the text, is called all that leads there.
 */
export function linksInSpans(spans: readonly Span[], role: Link['role']): Link[] {
  const texts = new Map<string, string>();
  let before: string | undefined;
  let gap = '';
  let isTold = false;
  for (const { href, text } of spans) {
    if (href === undefined) {
      gap = ' ';
      if (text.trim() !== '') before = undefined;
      continue;
    }
    const known = texts.get(href);
    if (href !== before) isTold = known === undefined || role === 'related';
    if (isTold) texts.set(href, known === undefined ? text : known + (href === before ? gap : ' ') + text);
    before = href;
    gap = '';
  }
  return [...texts].map(([url, text]) => ({ url, text: collapseSpace(text), role }));
}
