import { runsOf, textOf } from '../../article/block-text.ts';
import type { Item } from '../../html/items.ts';

/** A shorter text may be repeated on purpose, in letters and digits. */
const MIN_LETTERS = 24;
const MAX_LETTERS = 400;
/** A limit, so that the time stays linear in the text. */
const MAX_QUOTES = 40;

/** Removes pull quotes, which repeat text of a paragraph. */
export function removePullQuotes(items: readonly Item[]): readonly Item[] {
  const quotes = items.filter(isQuote).slice(0, MAX_QUOTES);
  if (quotes.length === 0) return items;
  const text = items
    .filter((item) => !isQuote(item))
    .map(lettersOf)
    .join(' ');
  const pullQuotes = new Set(quotes.filter((quote) => isPullQuote(lettersOf(quote), text)));
  return items.filter((item) => !pullQuotes.has(item));
}

function isQuote(item: Item): boolean {
  return item.kind === 'block' && item.block.kind === 'quote';
}

function isPullQuote(quote: string, text: string): boolean {
  return quote.length >= MIN_LETTERS && quote.length <= MAX_LETTERS && text.includes(quote);
}

function lettersOf(item: Item): string {
  if (item.kind !== 'block') return '';
  const text = runsOf(item.block).map(textOf).join(' ');
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
