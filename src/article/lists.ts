import type { Block, Link, Span } from './article.ts';
import { type Element, walk } from './dom.ts';
import { type Page, readVisual } from './figures.ts';
import { emojiText, followInline } from './inline.ts';
import type { Visual } from './items.ts';
import { createSpans, textOf } from './spans.ts';

/** What a list says: its text or its links, and the pictures inside. */
export interface ListReading {
  visuals: Visual[];
  block: Block | undefined;
  related: Link[];
}

/** Whether a list is only a layout: its items hold headings, tables or several paragraphs each. */
export function isLayoutList(list: Element, page: Page): boolean {
  const { headings, structures, paragraphs, items } = page.statsOf(list);
  return headings > 0 || structures > 0 || paragraphs > items * 1.5 + 1;
}

const MOSTLY = 0.9;

/** Reads a list; one that holds only links is a related list, and a contents list of the page itself is nothing. */
export function readList(list: Element, page: Page): ListReading {
  const { items, visuals } = readItems(list, page);
  const stats = page.statsOf(list);
  if (stats.links === 0 || stats.linkChars < stats.chars * MOSTLY) {
    const block: Block = { kind: 'list', ordered: list.name === 'ol', items };
    return { visuals, block: items.length > 0 ? block : undefined, related: [] };
  }
  return { visuals, block: undefined, related: items.flatMap(linksOf) };
}

/** The links of a run of text, one for each address, with all of the text that leads there. */
export function linksOf(spans: readonly Span[]): Link[] {
  const texts = new Map<string, string>();
  for (const { href, text } of spans) {
    if (href !== undefined) texts.set(href, `${texts.get(href) ?? ''}${text}`);
  }
  return [...texts].map(([url, text]) => ({ url, text: text.replaceAll('\n', ' ').trim(), role: 'related' as const }));
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
