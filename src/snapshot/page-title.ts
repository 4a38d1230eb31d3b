import { runsOf, textOf } from '../article/block-text.ts';
import type { Heading, Item } from '../html/items.ts';
import { packedBigramsOf } from '../text/bigrams.ts';

/** Above its title a page names a column or a date, no more, in UTF-16 units. */
const MOST_ABOVE = 300;

/**
 * Takes out the heading that is the article's own title, with what a page says above it (its column, teasers, a date);
 * pictures and bylines right above it stay. Where there is no such heading, everything stays.
 */
export function cutAtTitle(items: readonly Item[], title: string): readonly Item[] {
  const at = items.findIndex((item) => item.kind === 'heading' && isTitle(item, title));
  if (at < 0) return items;
  const above = items.slice(0, at);
  if (lengthOf(above) > MOST_ABOVE) return items;
  const kept = above.findLastIndex((item) => item.kind !== 'image' && item.kind !== 'media' && item.kind !== 'byline');
  return [...above.slice(kept + 1), ...items.slice(at + 1)];
}

function lengthOf(items: readonly Item[]): number {
  return items.reduce(
    (sum, item) =>
      sum + (item.kind === 'block' ? runsOf(item.block).reduce((all, run) => all + textOf(run).length, 0) : 0),
    0,
  );
}

/** Of two titles of the same article, this share of the pairs of characters is the same. */
const ALIKE = 0.8;

function isTitle(heading: Heading, title: string): boolean {
  if (heading.level > 2) return false;
  const shown = squeeze(heading.title ?? '');
  const wanted = squeeze(title);
  if (shown.length < 2) return false;
  if (wanted.includes(shown) || shown.includes(wanted))
    return Math.min(shown.length, wanted.length) * 2 >= Math.max(shown.length, wanted.length);
  return heading.level === 1 && likeness(shown, wanted) >= ALIKE;
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function likeness(one: string, other: string): number {
  const [left, right] = [new Set(packedBigramsOf(one)), new Set(packedBigramsOf(other))];
  const shared = left.intersection(right).size;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}
