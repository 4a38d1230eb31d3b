import type { Link, Span } from '../article/article.ts';
import { collapseSpace } from '../text/collapse-space.ts';

/**
 * The links in spans, one for each address. The text of an inline link is that of its first occurrence, since the rest is
 * in the article's text; the text of a related link joins all occurrences.
 */
export function linksInSpans(spans: readonly Span[], role: Link['role']): Link[] {
  if (spans.every(({ href }) => href === undefined)) return [];
  const texts = new Map<string, string>();
  let previousHref: string | undefined;
  let gap = '';
  let addsText = false;
  for (const { href, text } of spans) {
    if (href === undefined) {
      gap = ' ';
      if (text.trim() !== '') previousHref = undefined;
      continue;
    }
    const existing = texts.get(href);
    if (href !== previousHref) addsText = existing === undefined || role === 'related';
    if (addsText)
      texts.set(href, existing === undefined ? text : existing + (href === previousHref ? gap : ' ') + text);
    previousHref = href;
    gap = '';
  }
  return [...texts].map(([url, text]) => ({ url, text: collapseSpace(text), role }));
}
