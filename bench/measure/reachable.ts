import { load } from 'cheerio';
import type { GroundTruth } from './ground-truth.ts';
import { compareTokens, normalise, tokenise } from './text.ts';

/**
 * Removes from the ground truth what the page does not contain: the truth often comes from data of the site, of which a
 * saved page may have only a part. A page contains a text if it has half of its 4-grams, and an image if it has the name
 * of one of its files.
 */
export function keepReachable(expected: GroundTruth, html: string): GroundTruth {
  const $ = load(html);
  const tokens = tokenise($.text());
  const whole = normalise($.text());
  const source = decodeAddresses(html);
  const contains = (text: string) =>
    whole.includes(normalise(text)) || compareTokens(tokenise(text), tokens).recall >= 0.5;
  const names = (text: string) => whole.toLowerCase().includes(normalise(text).toLowerCase());
  const lines = expected.text?.split('\n') ?? [];
  return {
    ...expected,
    authors: keepOrNull(expected.authors, names),
    headings: keepOrNull(expected.headings, names),
    paragraphs: keepOrNull(expected.paragraphs, contains),
    text: expected.text === null ? null : lines.filter((line) => line.trim() === '' || contains(line)).join('\n'),
    images: keepOrNull(expected.images, (keys) => keys.some((key) => source.includes(fileName(key)))),
    captions: keepOrNull(expected.captions, contains),
    credits: keepOrNull(expected.credits, names),
    present: expected.present.filter(contains),
  };
}

/** Null if nothing of a list remains. */
function keepOrNull<Item>(items: readonly Item[] | null, isContained: (item: Item) => boolean): Item[] | null {
  if (!items) return null;
  const remaining = items.filter(isContained);
  return remaining.length === 0 && items.length > 0 ? null : remaining;
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
