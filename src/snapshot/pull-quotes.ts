import { runsOf, textOf } from '../article/block-text.ts';
import type { Item } from '../html/items.ts';

/** Shorter ones may be said twice on purpose, in letters and digits. */
const LEAST = 24;
/** Longer ones are quotes of their own. */
const MOST = 400;
/** How many quotes are looked for, so that the time stays linear in the text. */
const MOST_QUOTES = 40;

/** Leaves out the quotes that only repeat, large, what a paragraph says. */
export function dropPullQuotes(items: readonly Item[]): readonly Item[] {
  const quotes = items.filter(isQuote).slice(0, MOST_QUOTES);
  if (quotes.length === 0) return items;
  const text = items
    .filter((item) => !isQuote(item))
    .map(lettersOf)
    .join(' ');
  const echoes = new Set(quotes.filter((quote) => isEcho(lettersOf(quote), text)));
  return items.filter((item) => !echoes.has(item));
}

function isQuote(item: Item): boolean {
  return item.kind === 'block' && item.block.kind === 'quote';
}

function isEcho(quote: string, text: string): boolean {
  return quote.length >= LEAST && quote.length <= MOST && text.includes(quote);
}

function lettersOf(item: Item): string {
  if (item.kind !== 'block') return '';
  const text = runsOf(item.block).map(textOf).join(' ');
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
