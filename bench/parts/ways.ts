import { divideIntoParts } from '../../src/snapshot/parts.ts';
import { createRandom } from '../random.ts';
import type { Headed } from './headed.ts';

/** The ways to divide a text, by what they give: the blocks that begin a part. Ours says how many parts there are. */
export const ways = {
  ours: divide,
  'equal lengths': (article: Headed) => divideEqually(article, divide(article).length),
  random: (article: Headed) => divideRandomly(article, divide(article).length),
  undivided: () => [],
} as const satisfies Record<string, (article: Headed) => number[]>;

/** The name of a way to divide. */
export type Way = keyof typeof ways;

function divide({ blocks }: Headed): number[] {
  const items = divideIntoParts(blocks.map((block) => ({ kind: 'block', block })));
  const borders: number[] = [];
  let at = 0;
  for (const { kind } of items) {
    if (kind === 'heading') borders.push(at);
    else at += 1;
  }
  return borders;
}

/** The borders nearest to where parts of one length would end. */
function divideEqually({ lengths }: Headed, count: number): number[] {
  const ends = lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const nearest = (wanted: number) =>
    ends.reduce((best, end, at) => (Math.abs(end - wanted) < Math.abs((ends[best] ?? 0) - wanted) ? at : best), 1);
  return [...new Set(Array.from({ length: count }, (_, part) => nearest((total * (part + 1)) / (count + 1))))];
}

function divideRandomly({ id, lengths }: Headed, count: number): number[] {
  const random = createRandom([...id].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) | 0, 3));
  const keys = lengths.slice(1).map((_, at) => ({ at: at + 1, key: random() }));
  return keys
    .toSorted((one, other) => one.key - other.key)
    .slice(0, count)
    .map(({ at }) => at)
    .toSorted((one, other) => one - other);
}
