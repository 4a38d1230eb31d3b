import type { Link } from '../article/article.ts';
import { trackInline } from './inline.ts';
import type { Visual } from './items.ts';
import { linksInSpans } from './links.ts';
import type { MainContent } from './main-content.ts';
import { readVisual } from './read-figure.ts';
import { createSpanCollector } from './span-collector.ts';
import { type Element, walk } from './tree/dom.ts';

const BOXES = new Set(['div', 'section', 'dl', 'td', 'table', 'center', 'article', 'header']);
/** The maximum share and length of a box's text outside its links. */
const MAX_UNLINKED_SHARE = 0.35;
const MAX_UNLINKED_CHARS = 120;
/** A box with more of the article than this is the article itself, however many links it has. */
const MAX_ARTICLE_SHARE = 0.4;

/** Whether an element contains teasers, tags or other links, and hardly any other text. */
export function isLinkBox(element: Element, page: MainContent): boolean {
  if (!BOXES.has(element.name)) return false;
  const { chars, linkChars, links, sentences } = page.statsOf(element);
  const unlinked = chars - linkChars;
  if (links < 3 || sentences > 0 || chars > page.chars * MAX_ARTICLE_SHARE) return false;
  return unlinked < chars * MAX_UNLINKED_SHARE && unlinked <= MAX_UNLINKED_CHARS;
}

/** Reads the links and visuals of a link box. */
export function readLinkBox(element: Element, page: MainContent): { related: Link[]; visuals: Visual[] } {
  const visuals: Visual[] = [];
  const spans = createSpanCollector();
  const inline = trackInline(() => spans, page.base);
  walk(element, {
    enter(child) {
      if (page.skips(child)) return 'skip';
      if (!inline.enter(child)) spans.lineBreak();
      return readVisual(child, page) ? 'skip' : undefined;
    },
    leave: inline.leave,
    text: inline.text,
  });
  return { related: linksInSpans(spans.take(), 'related'), visuals };
}
