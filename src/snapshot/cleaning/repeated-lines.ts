import { textOf } from '../../article/block-text.ts';
import type { Item } from '../../html/items.ts';

/** A short line that repeats this often after images is a label (the title below each image of a gallery). */
const MIN_REPETITIONS = 4;
const MAX_LABEL_UNITS = 80;

/** Removes short lines that repeat after images, except the first of each. */
export function removeRepeatedLines(items: readonly Item[]): Item[] {
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

function isImageOrLinks(item: Item | undefined): boolean {
  return item?.kind === 'image' || item?.kind === 'links';
}

function lineOf(item: Item): string {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return '';
  return textOf(item.block.spans).trim();
}
