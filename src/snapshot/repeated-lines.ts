import { textOf } from '../article/block-text.ts';
import type { Item } from '../html/items.ts';

/** A short line said so often is a label of the page (the title under each picture of a gallery). */
const OFTEN = 4;
const SHORT = 80;

/** Keeps the first of short lines that stand at picture after picture. */
export function dropRepeatedLines(items: readonly Item[]): Item[] {
  const counts = new Map<string, number>();
  const atPictures = items.map((item, index) => (isPicture(items[index - 1]) ? lineOf(item) : ''));
  for (const line of atPictures) counts.set(line, (counts.get(line) ?? 0) + 1);
  const said = new Set<string>();
  return items.filter((_, index) => {
    const line = atPictures[index] ?? '';
    if (line === '' || line.length > SHORT || (counts.get(line) ?? 0) < OFTEN) return true;
    const isFirst = !said.has(line);
    said.add(line);
    return isFirst;
  });
}

function isPicture(item: Item | undefined): boolean {
  return item?.kind === 'image' || item?.kind === 'links';
}

function lineOf(item: Item): string {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return '';
  return textOf(item.block.spans).trim();
}
