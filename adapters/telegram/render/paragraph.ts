import { toSafeText } from '../../../src/text/safe-text.ts';
import type { Span } from '../../../src/view/view.ts';
import { isLinkable } from './linkable.ts';

/** What a run of text stands in; a link brings its address. */
export type Tag = 'b' | 'i' | 'code' | { href: string };

/** A run of text in one style; `tags` from the outermost inwards. */
export interface Run {
  text: string;
  tags: readonly Tag[];
}

/**
 * Text that stands by itself: plain, in a quote, in a quote that unfolds when pressed, or as program text. A `tight` one
 * follows the one before without a blank line. `picture` is an address that may be shown above the message.
 */
export interface Paragraph {
  runs: readonly Run[];
  frame: 'plain' | 'quote' | 'folded' | 'pre';
  tight: boolean;
  picture?: string;
}

/** A paragraph of these runs without a frame. */
export function paragraph(runs: readonly Run[], more: Partial<Paragraph> = {}): Paragraph {
  return { runs, frame: 'plain', tight: false, ...more };
}

/** A run of strangers' text. */
export function run(text: string, ...tags: Tag[]): Run {
  return { text: toSafeText(text), tags };
}

/** The spans of a view as runs, all of them inside `around` too. */
export function toRuns(spans: readonly Span[], ...around: Tag[]): Run[] {
  return spans.flatMap((span) => spanRuns(span, around)).filter(({ text }) => text !== '');
}

function spanRuns(span: Span, around: readonly Tag[]): Run[] {
  switch (span.kind) {
    case 'plain':
    case 'time':
      return [run(span.text, ...around)];
    case 'strong':
      return [run(span.text, ...withTag(around, 'b'))];
    case 'emphasis':
      return [run(span.text, ...withTag(around, 'i'))];
    case 'code':
      // Program text stands in nothing else: https://core.telegram.org/bots/api#formatting-options
      return [run(span.text, 'code')];
    case 'link':
      return linkRuns(span.text, span.url, around);
    default:
      return span satisfies never;
  }
}

function withTag(tags: readonly Tag[], tag: Tag): readonly Tag[] {
  return tags.includes(tag) ? tags : [...tags, tag];
}

/** A link; where Telegram would drop it without a word, its address stands behind its text. */
export function linkRuns(text: string, url: string, around: readonly Tag[] = []): Run[] {
  const words = toSafeText(text).trim() === '' ? url : text;
  if (isLinkable(url)) return [run(words, { href: url }, ...around)];
  return words === url ? [run(url, ...around)] : [run(`${words} (${url})`, ...around)];
}

/** How long a paragraph is as Telegram counts, in UTF-16 units. */
export function lengthOf({ runs }: Pick<Paragraph, 'runs'>): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
