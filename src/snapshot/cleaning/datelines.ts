import { textOf } from '../../article/block-text.ts';
import type { Item } from '../../html/items.ts';

/** A place, perhaps with the outlet, and the dash before the first sentence: "Harbour Town (AP) —", "海港 —". */
const DATELINE =
  /^(?:\p{Script=Han}{2,8}|\p{Lu}[\p{L}.’'-]*(?:,? (?:of|the|de|la|el|al|\p{Lu}[\p{L}.’'-]*))*(?:\s?\([\p{L} .]{2,30}\))?)\s?(?:—|–|－|--|\s-)\s*$/u;
const MAX_UNITS = 60;

/** Joins a dateline that has an element of its own with the paragraph that it opens. */
export function joinDatelines(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex((item, index) => isParagraph(items[index + 1]) && isDateline(item));
  const [line, text] = [items[at], items[at + 1]];
  if (!isParagraph(line) || !isParagraph(text)) return items;
  const [place, first] = [line.block.spans, text.block.spans];
  const joined: Item = { kind: 'block', block: { kind: 'paragraph', spans: [...place, { text: ' ' }, ...first] } };
  return [...items.slice(0, at), joined, ...items.slice(at + 2)];
}

type Paragraph = Extract<Item, { kind: 'block' }> & { block: { kind: 'paragraph' } };

function isParagraph(item: Item | undefined): item is Paragraph {
  return item?.kind === 'block' && item.block.kind === 'paragraph';
}

function isDateline(item: Item): boolean {
  if (!isParagraph(item)) return false;
  const text = textOf(item.block.spans);
  return text.length <= MAX_UNITS && DATELINE.test(text);
}
