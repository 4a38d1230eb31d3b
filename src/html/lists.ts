import type { Block, Link, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { endsWithStop } from '../text/sentence-end.ts';
import { attribute, type Element, findAllBelow, walk } from './dom.ts';
import { type Page, readVisual } from './figures.ts';
import { emojiText, followInline } from './inline.ts';
import type { Visual } from './items.ts';
import { linksInSpans } from './links.ts';
import { createSpans } from './span-collector.ts';

/** What a list says: its text or its links, and the pictures inside. */
export interface ListReading {
  visuals: Visual[];
  block: Block | undefined;
  related: Link[];
}

/** Whether a list is only a layout: its items hold headings, tables, figures or several paragraphs each. */
export function isLayoutList(list: Element, page: Page): boolean {
  const { headings, structures, captions, paragraphs, items } = page.statsOf(list);
  return headings + structures + captions > 0 || paragraphs > items * 1.5 + 1;
}

const MOSTLY = 0.9;

/** Reads a list; one that holds only links is a related list, and a contents list of the page itself is nothing. */
export function readList(list: Element, page: Page): ListReading {
  const { items, visuals } = readItems(list, page);
  const { chars, links, linkChars, sentences } = page.statsOf(list);
  const related = items.flatMap((item) => linksInSpans(item, 'related'));
  const isText = links === 0 || linkChars < chars * MOSTLY || sentences > 0 || items.some(isSentence);
  if (isText || (related.length === 0 && !isOfPage(list))) {
    const block: Block = { kind: 'list', ordered: list.name === 'ol', items };
    return { visuals, block: items.length > 0 ? block : undefined, related: [] };
  }
  return { visuals, block: undefined, related };
}

/** Whether all links of a list stay on the page: its contents, or controls. */
function isOfPage(list: Element): boolean {
  const hrefs = findAllBelow(list, ({ name }) => name === 'a').map((anchor) => attribute(anchor, 'href'));
  return hrefs.every((href) => /^(?:#|javascript:|$)/i.test(href));
}

/** Whether an item without a link says something by itself; a label among links does not. */
function isSentence(item: readonly Span[]): boolean {
  return item.every(({ href }) => href === undefined) && endsWithStop(textOf(item));
}

function readItems(list: Element, page: Page): { items: Span[][]; visuals: Visual[] } {
  const items: Span[][] = [];
  const visuals: Visual[] = [];
  const spans = createSpans();
  const inline = followInline(() => spans, page.base);
  const flush = (): void => {
    const item = spans.take();
    if (textOf(item).trim() !== '') items.push(item);
  };
  walk(list, {
    enter(element) {
      if (page.skips(element)) return 'skip';
      const visual = emojiText(element) === undefined ? readVisual(element, page) : undefined;
      if (visual) visuals.push(visual);
      inline.text(emojiText(element) ?? '');
      if (element.name === 'li' || element.name === 'dt') flush();
      else if (!inline.enter(element)) spans.lineBreak();
      return visual ? 'skip' : undefined;
    },
    leave(element) {
      inline.leave(element);
      if (element.name === 'li') flush();
      else if (/^(?:p|div|dd|h[1-6])$/.test(element.name)) spans.lineBreak();
    },
    text: inline.text,
  });
  flush();
  return { items, visuals };
}
