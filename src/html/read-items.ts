import { sourceOf } from '../article/address.ts';
import type { Image } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';
import { isBylineBox, namesOf } from './authors/author-elements.ts';
import { isImage, isImageAddress } from './images.ts';
import { inlineImageText, isInsideSentence } from './inline-images.ts';
import { isFigure } from './is-figure.ts';
import { createItemBuilder, type ItemBuilder } from './item-builder.ts';
import type { Heading, Item } from './items.ts';
import { isLinkBox, readLinkBox } from './link-boxes.ts';
import { readLinkCard } from './link-cards.ts';
import { isLayoutList, readList } from './lists.ts';
import { findLiveEntries, isNamedTime } from './live-entries.ts';
import type { MainContent } from './main-content.ts';
import { isMedia } from './media.ts';
import { readPageData } from './page-data.ts';
import { figureLinks, readFigure, readNoscript, readVisual } from './read-figure.ts';
import { isLayoutTable, readTable } from './tables.ts';
import { isOmitted } from './text-context.ts';
import { type Element, walk } from './tree/dom.ts';

/** Reads the main content into items, in reading order, in one walk without recursion. */
export function readItems(page: MainContent): Item[] {
  const builder = createItemBuilder(page.base);
  const entries = findLiveEntries(page);
  walk(page.root, {
    enter(element) {
      if (page.skips(element) || isOmitted(element, page.statsOf)) return 'skip';
      if (entries.size > 0 && isNamedTime(element)) return 'skip';
      if (readComplete(element, page, builder)) return 'skip';
      const time = entries.get(element);
      if (time !== undefined) builder.add(entryHeading(time));
      builder.enter(element);
      return undefined;
    },
    leave: builder.leave,
    text: builder.text,
  });
  return entries.size === 0 ? builder.finish() : joinHeadings(builder.finish(), new Set(entries.values()));
}

function entryHeading(time: string): Heading {
  return { kind: 'heading', from: 'heading', level: 2, title: time, spans: [{ text: time }], anchor: null };
}

/** The time of an entry and its own heading are one heading, also with the name of who wrote it between them. */
function joinHeadings(items: readonly Item[], times: ReadonlySet<string>): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const at = item.kind === 'heading' ? joined.findLastIndex((before) => !isBesideTime(before)) : -1;
    const time = joined[at];
    if (item.kind !== 'heading' || time?.kind !== 'heading' || time.title === null || !times.has(time.title))
      joined.push(item);
    else
      joined[at] = {
        ...item,
        title: `${time.title} ${item.title ?? ''}`,
        spans: [...time.spans, { text: ' ' }, ...item.spans],
      };
  }
  return joined;
}

/** A longer line is the text of an entry, in UTF-16 units. */
const MAX_NAME_UNITS = 40;

function isBesideTime(item: Item): boolean {
  if (item.kind === 'byline') return true;
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return false;
  const text = textOf(item.block.spans);
  return text.length <= MAX_NAME_UNITS && !endsWithStop(text);
}

/** Reads an element with its content as complete items; returns false if its content must be walked. */
function readComplete(element: Element, page: MainContent, builder: ItemBuilder): boolean {
  const items = completeItems(element, page);
  if (items) {
    for (const item of items) builder.add(item);
    return true;
  }
  return addVisual(element, page, builder);
}

function completeItems(element: Element, page: MainContent): Item[] | undefined {
  if (element.name === 'noscript') return readNoscript(element, page);
  if (isBylineBox(element)) return [{ kind: 'byline', names: namesOf(element) }];
  const writers = readPageData(element, page);
  if (writers) return [{ kind: 'byline', names: writers }];
  const card = readLinkCard(element, page);
  if (card) return [{ kind: 'related', links: [card] }];
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

function listItems(element: Element, page: MainContent): Item[] {
  const { block, related, visuals } = readList(element, page);
  const text: Item[] = block ? [{ kind: 'block', block }] : [];
  const links: Item[] = related.length > 0 ? [{ kind: 'related', links: related }] : [];
  return [...text, ...links, ...visuals];
}

function linksItem(links: ReturnType<typeof figureLinks>): Item[] {
  return links.length > 0 ? [{ kind: 'links', links }] : [];
}

/** Adds an image, a player or an image in a line of text. */
function addVisual(element: Element, page: MainContent, { inline, add, addLater }: ItemBuilder): boolean {
  const text = inlineImageText(element);
  if (text !== undefined) {
    inline.text(text);
    return true;
  }
  const visual = readVisual(element, page);
  if (visual === undefined) return isImage(element) || isMedia(element);
  const href = inline.href();
  const links = visual.kind === 'image' && href !== undefined ? linkAroundImage(href, visual.image) : [];
  if (isInsideSentence(element)) addLater(visual, ...links);
  else add(visual, ...links);
  return isImage(element) || isMedia(element);
}

function linkAroundImage(url: string, { alt, candidates }: Image): Item[] {
  if (isImageAddress(url) || candidates.some((candidate) => candidate.url === url)) return [];
  return [{ kind: 'links', links: [{ url, text: alt || sourceOf(url), role: 'inline' }] }];
}

function isList(element: Element): boolean {
  return element.name === 'ul' || element.name === 'ol';
}
