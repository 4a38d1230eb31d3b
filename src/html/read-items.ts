import { sourceOf } from '../article/address.ts';
import type { Image } from '../article/article.ts';
import { type Element, walk } from './dom.ts';
import { figureLinks, isFigure, type Page, readFigure, readNoscript, readVisual } from './figures.ts';
import { isImage } from './images.ts';
import { emojiText } from './inline.ts';
import { createItemBuilder, type ItemBuilder } from './item-builder.ts';
import type { Item } from './items.ts';
import { isLinkBox, readLinkBox } from './link-boxes.ts';
import { isLayoutList, readList } from './lists.ts';
import { isMedia } from './media.ts';
import { isLayoutTable, readTable } from './tables.ts';
import { isLeftOut } from './text-context.ts';

/** Reads everything below the page's root into items, in one walk without recursion. */
export function readItems(page: Page): Item[] {
  const writer = createItemBuilder(page.base);
  walk(page.root, {
    enter(element) {
      if (page.skips(element) || isLeftOut(element, page.statsOf(element)) || readWhole(element, page, writer))
        return 'skip';
      writer.enter(element);
      return undefined;
    },
    leave: writer.leave,
    text: writer.text,
  });
  return writer.finish();
}

/** Reads what is one thing with all that is inside it; false where the inside is to be walked. */
function readWhole(element: Element, page: Page, writer: ItemBuilder): boolean {
  const items = wholeItems(element, page);
  if (items) {
    for (const item of items) writer.add(item);
    return true;
  }
  return addSingle(element, page, writer);
}

function wholeItems(element: Element, page: Page): Item[] | undefined {
  if (element.name === 'noscript') return readNoscript(element, page);
  if (isFigure(element, page)) return [...readFigure(element, page), ...linksItem(figureLinks(element, page))];
  if (isList(element) && !isLayoutList(element, page)) return listItems(element, page);
  if (isLinkBox(element, page)) {
    const { related, visuals } = readLinkBox(element, page);
    return [{ kind: 'related', links: related }, ...visuals];
  }
  if (element.name !== 'table' || isLayoutTable(element, page)) return undefined;
  const { block, visuals } = readTable(element, page);
  return [{ kind: 'block', block }, ...visuals];
}

function listItems(element: Element, page: Page): Item[] {
  const { block, related, visuals } = readList(element, page);
  const text: Item[] = block ? [{ kind: 'block', block }] : [];
  const links: Item[] = related.length > 0 ? [{ kind: 'related', links: related }] : [];
  return [...text, ...links, ...visuals];
}

function linksItem(links: ReturnType<typeof figureLinks>): Item[] {
  return links.length > 0 ? [{ kind: 'links', links }] : [];
}

/** A picture or player by itself, or an emoji that is a picture. */
function addSingle(element: Element, page: Page, { inline, add }: ItemBuilder): boolean {
  const emoji = emojiText(element);
  if (emoji !== undefined) {
    inline.text(emoji);
    return true;
  }
  const visual = readVisual(element, page);
  const href = inline.href();
  if (visual) add(visual);
  if (visual?.kind === 'image' && href !== undefined) add(...aroundPicture(href, visual.image));
  return isImage(element) || isMedia(element);
}

function aroundPicture(url: string, { alt, candidates }: Image): Item[] {
  if (candidates.some((candidate) => candidate.url === url)) return [];
  return [{ kind: 'links', links: [{ url, text: alt || sourceOf(url), role: 'inline' }] }];
}

function isList(element: Element): boolean {
  return element.name === 'ul' || element.name === 'ol';
}
