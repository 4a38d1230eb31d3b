import type { Block, Link, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';
import { isControlLabel } from './boilerplate/boilerplate-text.ts';
import { isShareLine } from './boilerplate/share-lines.ts';
import { trackInline } from './inline.ts';
import { inlineImageText } from './inline-images.ts';
import type { Visual } from './items.ts';
import { linksInSpans } from './links.ts';
import type { MainContent } from './main-content.ts';
import { addCaption, readVisual } from './read-figure.ts';
import { createSpanCollector } from './span-collector.ts';
import { isBlock } from './tree/block-elements.ts';
import { attribute, type Element, findAllBelow, walk } from './tree/dom.ts';

/** A parsed list: its text or its links, and the visuals in it. */
export interface ParsedList {
  visuals: Visual[];
  block: Block | undefined;
  related: Link[];
}

/** Whether a list is used for layout: its items contain headings, tables, figures or several paragraphs each. */
export function isLayoutList(list: Element, page: MainContent): boolean {
  const { headings, structures, captions, paragraphs, items } = page.statsOf(list);
  return headings + structures + captions > 0 || paragraphs > items * 1.5 + 1;
}

/** From this share of link text on, a list is a list of links. */
const MIN_LINK_SHARE = 0.9;

/** Reads a list. A list of links becomes related links; a table of contents is ignored. */
export function readList(list: Element, page: MainContent): ParsedList {
  const { items, visuals } = readItems(list, page);
  const { chars, links, linkChars, sentences } = page.statsOf(list);
  const texts = items.map(textOf);
  const isControls = isShareLine(texts.join(' ')) || (texts.length > 0 && texts.every(isControl));
  if (isControls) return { visuals: [], block: undefined, related: [] };
  const related = items.flatMap((item) => linksInSpans(item, 'related'));
  const isText = links === 0 || linkChars < chars * MIN_LINK_SHARE || sentences > 0 || items.some(isSentence);
  if (isText || (related.length === 0 && !isTableOfContents(list))) {
    const block: Block = { kind: 'list', ordered: list.name === 'ol', items };
    return { visuals, block: items.length > 0 ? block : undefined, related: [] };
  }
  return { visuals, block: undefined, related };
}

function isControl(item: string): boolean {
  return isControlLabel(collapseSpace(item));
}

/** Whether all links of a list lead to the same page: a table of contents, or controls. */
function isTableOfContents(list: Element): boolean {
  const hrefs = findAllBelow(list, ({ name }) => name === 'a').map((anchor) => attribute(anchor, 'href'));
  return hrefs.every((href) => /^(?:#|javascript:|$)/i.test(href));
}

/** Whether an item is a sentence without links, not a label among links. */
function isSentence(item: readonly Span[]): boolean {
  return item.every(({ href }) => href === undefined) && endsWithStop(textOf(item));
}

function readItems(list: Element, page: MainContent): { items: Span[][]; visuals: Visual[] } {
  const items: Span[][] = [];
  const visuals: Visual[] = [];
  const spans = createSpanCollector();
  const inline = trackInline(() => spans, page.base);
  const flush = (): void => {
    const item = spans.take();
    if (textOf(item).trim() !== '') items.push(item);
  };
  walk(list, {
    enter(element) {
      if (page.skips(element)) return 'skip';
      const visual = readVisual(element, page);
      if (visual) visuals.push(visual);
      inline.text(inlineImageText(element) ?? '');
      if (addCaption(visuals.at(-1), element)) return 'skip';
      if (element.name === 'li' || element.name === 'dt') flush();
      else if (!inline.enter(element)) spans.lineBreak();
      return visual ? 'skip' : undefined;
    },
    leave(element) {
      inline.leave(element);
      if (element.name === 'li') flush();
      else if (isBlock(element)) spans.lineBreak();
    },
    text: inline.text,
  });
  flush();
  return { items: items.slice(), visuals };
}
