import { textOf } from '../../article/block-text.ts';
import type { Item } from '../../html/items.ts';

/** A short line that repeats this often after images is a label (the title below each image of a gallery). */
const MIN_REPETITIONS = 4;
const MAX_LABEL_UNITS = 80;

/** A paragraph of at least this many UTF-16 units is not written twice in a row: each copy is for screens of one size. */
const MIN_TWIN_UNITS = 60;

/** Removes short lines that repeat after images, except the first of each, and paragraphs that repeat the one before. */
export function removeRepeatedLines(all: readonly Item[]): Item[] {
  const items = all.filter((item, at) => !isTwin(item, all[at - 1]));
  const counts = new Map<string, number>();
  const linesAfterImages = items.map((item, index) => (isImageOrLinks(items[index - 1]) ? lineOf(item) : ''));
  for (const line of linesAfterImages) counts.set(line, (counts.get(line) ?? 0) + 1);
  const seen = new Set<string>();
  return items.filter((_, index) => {
    const line = linesAfterImages[index] ?? '';
    if (line === '' || line.length > MAX_LABEL_UNITS || (counts.get(line) ?? 0) < MIN_REPETITIONS) return true;
    const isFirst = !seen.has(line);
    seen.add(line);
    return isFirst;
  });
}

function isTwin(item: Item, before: Item | undefined): boolean {
  if (before === undefined || item.kind !== 'block' || before.kind !== 'block') return false;
  const line = lineOf(item);
  return line.length >= MIN_TWIN_UNITS && line === lineOf(before);
}

function isImageOrLinks(item: Item | undefined): boolean {
  return item?.kind === 'image' || item?.kind === 'links';
}

function lineOf(item: Item): string {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return '';
  return textOf(item.block.spans).trim();
}
