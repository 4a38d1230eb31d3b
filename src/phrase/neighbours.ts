import type { Item } from './item.ts';
import type { Lookup } from './lexicons.ts';

/** An item to resolve, among the others of its request. */
export interface Context {
  items: readonly Item[];
  at: number;
  folded: string;
  typed: string;
  /** Sites by name; labels of hosts have `from` before them. */
  sites: ReadonlyMap<string, string>;
  lookup: Lookup;
  /** Whether the request names a subscription: then a place alone is its zone. */
  isChange: boolean;
}

const GLUE = /^(?:filler|at|comma|zoneWord|oclock|to)$/u;

/** An item as it was typed, folded. */
export function textOf(item: Item | undefined, { folded }: Pick<Context, 'folded'>): string {
  return item === undefined ? '' : folded.slice(item.start, item.end);
}

/** The nearest item in a direction that is more than glue, and whether a comma lies between. */
export function near({ items, at }: Context, step: 1 | -1): { item: Item | undefined; isApart: boolean } {
  let isApart = false;
  let next = at + step;
  while (items[next] !== undefined && GLUE.test(items[next]?.kind ?? '')) {
    isApart ||= items[next]?.kind === 'comma';
    next += step;
  }
  return { item: items[next], isApart };
}
