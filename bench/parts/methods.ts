import { divideIntoParts } from '../../src/snapshot/sections/parts.ts';
import { createRandom } from '../random.ts';
import type { HeadedArticle } from './headed-articles.ts';

/** Methods that divide an article, each returning the blocks that start a part. Ours determines the number of parts. */
export const methods = {
  ours: divide,
  'equal lengths': (article: HeadedArticle) => divideEqually(article, divide(article).length),
  random: (article: HeadedArticle) => divideRandomly(article, divide(article).length),
  undivided: () => [],
} as const satisfies Record<string, (article: HeadedArticle) => number[]>;

/** The name of a method. */
export type DivisionMethod = keyof typeof methods;

function divide({ blocks }: HeadedArticle): number[] {
  const items = divideIntoParts(blocks.map((block) => ({ kind: 'block', block })));
  const boundaries: number[] = [];
  let at = 0;
  for (const { kind } of items) {
    if (kind === 'heading') boundaries.push(at);
    else at += 1;
  }
  return boundaries;
}

/** The boundaries nearest to those of parts with equal lengths. */
function divideEqually({ lengths }: HeadedArticle, count: number): number[] {
  const ends = lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const nearest = (target: number) =>
    ends.reduce((best, end, at) => (Math.abs(end - target) < Math.abs((ends[best] ?? 0) - target) ? at : best), 1);
  return [...new Set(Array.from({ length: count }, (_, part) => nearest((total * (part + 1)) / (count + 1))))];
}

function divideRandomly({ id, lengths }: HeadedArticle, count: number): number[] {
  const random = createRandom([...id].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) | 0, 3));
  const keys = lengths.slice(1).map((_, at) => ({ at: at + 1, key: random() }));
  return keys
    .toSorted((one, other) => one.key - other.key)
    .slice(0, count)
    .map(({ at }) => at)
    .toSorted((one, other) => one - other);
}
