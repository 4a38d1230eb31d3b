import type { Link } from '../article/article.ts';
import { type Element, walk } from './dom.ts';
import { type Page, readVisual } from './figures.ts';
import { followInline } from './inline.ts';
import type { Visual } from './items.ts';
import { linksInSpans } from './links.ts';
import { createSpans } from './span-collector.ts';

const BOXES = new Set(['div', 'section', 'dl', 'td', 'table', 'center', 'article', 'header']);
/** Less than this share of a box's text may stand outside its links. */
const MOST_OTHER_TEXT = 0.35;
const MOST_OTHER_CHARS = 120;
/** A box with more of the article than this is the article, however many links it has. */
const MOST_OF_ARTICLE = 0.4;

/** Whether a box holds teasers, tags or other links and hardly any text of its own. */
export function isLinkBox(element: Element, page: Page): boolean {
  if (!BOXES.has(element.name)) return false;
  const { chars, linkChars, links, sentences } = page.statsOf(element);
  const other = chars - linkChars;
  if (links < 3 || sentences > 0 || chars > page.chars * MOST_OF_ARTICLE) return false;
  return other < chars * MOST_OTHER_TEXT && other <= MOST_OTHER_CHARS;
}

/** The links of such a box. */
export function readLinkBox(element: Element, page: Page): { related: Link[]; visuals: Visual[] } {
  const visuals: Visual[] = [];
  const spans = createSpans();
  const inline = followInline(() => spans, page.base);
  walk(element, {
    enter(below) {
      if (page.skips(below)) return 'skip';
      if (!inline.enter(below)) spans.lineBreak();
      return readVisual(below, page) ? 'skip' : undefined;
    },
    leave: inline.leave,
    text: inline.text,
  });
  return { related: linksInSpans(spans.take(), 'related'), visuals };
}
