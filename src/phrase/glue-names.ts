import type { Item } from './item.ts';
import type { Tokens } from './tokenize.ts';

/** What a longer Chinese name may contain: `纽约时报`, `新闻联播`, `假新闻`. */
const IN_NAME = /^(?:place|heads|word)$/u;

/** Joins a name and the unknown word that it touches to one unknown word, and the syllables of Vietnamese words. */
export function glueNames(items: readonly Item[], { typed, lookup }: Tokens): readonly Item[] {
  const glued: Item[] = [];
  for (const item of items) {
    const last = glued.at(-1);
    const isSyllable = lookup.isSyllabic && last?.kind === 'word' && item.kind === 'word' && typed[last.end] === ' ';
    if (last !== undefined && (isOneName(last, item) || (isSyllable && last.end + 1 === item.start)))
      glued[glued.length - 1] = { kind: 'word', start: last.start, end: item.end };
    else glued.push(item);
  }
  return glued;
}

function isOneName(one: Item, other: Item): boolean {
  if (one.end !== other.start || !IN_NAME.test(one.kind) || !IN_NAME.test(other.kind)) return false;
  if (other.kind === 'heads') return one.kind === 'word' && one.end - one.start === 1;
  return one.kind === 'word' || other.kind === 'word';
}
