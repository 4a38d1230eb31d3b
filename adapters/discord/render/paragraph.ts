import { toSafeText } from '../../../src/text/safe-text.ts';
import type { Span } from '../../../src/view/view.ts';
import { isLinkable } from './linkable.ts';

/** A run of text in one style. One with an address is a link; where both are the same, the address stands for itself. */
export interface Run {
  text: string;
  /** `time` is Discord's own mark for an instant, which every reader sees by their own clock. */
  style: 'plain' | 'strong' | 'emphasis' | 'code' | 'time';
  href?: string;
}

/**
 * Text that stands by itself. Its first line begins with the markup `first`, its others with `rest`; a `code` one is
 * program text. A `tight` one follows the one before without a blank line.
 */
export interface Paragraph {
  runs: readonly Run[];
  first: string;
  rest: string;
  code: boolean;
  tight: boolean;
}

/** A web address in a text, of the characters that an address is written in, without the punctuation behind it. */
const ADDRESS = /https?:\/\/[!#-;=?-Z_a-z~]*[#-&*+\-/-9=@-Z_a-z~]/giu;

/** A paragraph of these runs without a frame. */
export function paragraph(runs: readonly Run[], more: Partial<Paragraph> = {}): Paragraph {
  return { runs, first: '', rest: '', code: false, tight: false, ...more };
}

/** A paragraph in small print. */
export function small(runs: readonly Run[], more: Partial<Paragraph> = {}): Paragraph {
  return paragraph(runs, { first: '-# ', rest: '-# ', ...more });
}

/** A run of strangers' text; an address in it is no link. */
export function run(text: string, style: Run['style'] = 'plain'): Run {
  return { text: toSafeText(text), style };
}

/** The spans of a view as runs; addresses in their text are links, as readers of Discord are used to. */
export function toRuns(spans: readonly Span[]): Run[] {
  return spans.flatMap(spanRuns).filter(({ text }) => text !== '');
}

function spanRuns(span: Span): Run[] {
  switch (span.kind) {
    case 'plain':
    case 'strong':
    case 'emphasis':
      return textRuns(span.text, span.kind);
    case 'code':
      return [run(span.text, 'code')];
    case 'link':
      return linkRuns(span.text, span.url);
    case 'time':
      return [timeRun(span)];
    default:
      return span satisfies never;
  }
}

/** An instant: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
function timeRun({ at, text }: Extract<Span, { kind: 'time' }>): Run {
  const seconds = Math.floor(Date.parse(at) / 1000);
  return Number.isNaN(seconds) ? run(text) : { text: `<t:${seconds}:f>`, style: 'time' };
}

/** Strangers' text, the addresses in it as links that show themselves. */
export function textRuns(words: string, style: Run['style'] = 'plain'): Run[] {
  const text = toSafeText(words);
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = withoutOpenEnd(match[0]);
    if (!isLinkable(url)) continue;
    runs.push({ text: text.slice(from, match.index), style }, { text: url, style: 'plain', href: url });
    from = match.index + url.length;
  }
  return [...runs, { text: text.slice(from), style }].filter((one) => one.text !== '');
}

/** A bracket that closes what was opened before the address does not belong to it. */
function withoutOpenEnd(url: string): string {
  const opened = url.split('(').length;
  return url.endsWith(')') && url.split(')').length > opened ? withoutOpenEnd(url.slice(0, -1)) : url;
}

/** A link; what cannot be one is its text with its address behind it. */
export function linkRuns(text: string, url: string): Run[] {
  const words = toSafeText(text).replaceAll('\n', ' ');
  const label = words.trim() === '' ? url : words;
  if (isLinkable(url)) return [{ text: label, style: 'plain', href: url }];
  return [run(label.trim() === url ? url : `${label} (${url})`)];
}
