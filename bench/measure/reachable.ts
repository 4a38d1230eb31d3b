import { load } from 'cheerio';
import { compareTokens, normalise, tokenise } from './text.ts';
import type { Known } from './truth.ts';

/**
 * What is known, without what the page itself does not hold: a truth is often stated by a site's data, of which a
 * saved page may have only a part. A text is held where half of its 4-grams stand in the page; a picture, where the
 * name of one of its files does.
 */
export function leaveReachable(known: Known, html: string): Known {
  const $ = load(html);
  const tokens = tokenise($.text());
  const whole = normalise($.text());
  const source = decodeAddresses(html);
  const holds = (text: string) =>
    whole.includes(normalise(text)) || compareTokens(tokenise(text), tokens).recall >= 0.5;
  const names = (text: string) => whole.toLowerCase().includes(normalise(text).toLowerCase());
  const lines = known.text?.split('\n') ?? [];
  return {
    ...known,
    authors: leave(known.authors, names),
    headings: leave(known.headings, names),
    paragraphs: leave(known.paragraphs, holds),
    text: known.text === null ? null : lines.filter((line) => line.trim() === '' || holds(line)).join('\n'),
    images: leave(known.images, (keys) => keys.some((key) => source.includes(fileName(key)))),
    captions: leave(known.captions, holds),
    credits: leave(known.credits, names),
    present: known.present.filter(holds),
  };
}

/** A list of which nothing is left says nothing. */
function leave<Item>(items: readonly Item[] | null, isHeld: (item: Item) => boolean): Item[] | null {
  if (!items) return null;
  const left = items.filter(isHeld);
  return left.length === 0 && items.length > 0 ? null : left;
}

function fileName(key: string): string {
  return key.split('/').at(-1) ?? key;
}

function decodeAddresses(html: string): string {
  return `${html} ${html.replace(/(?:%[\da-f]{2})+/giu, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  })}`;
}
