import { commandRun, linkRun, type Run, run, spansToRuns } from '../../../src/messaging/rich-text/rich-text.ts';
import { toSafeText } from '../../../src/text/safe-text.ts';
import type { Span } from '../../../src/view/view.ts';
import { isLinkable } from './linkable.ts';

/** A separate text. Its first line begins with the markup `first`, its other lines with `rest`. */
export interface Paragraph {
  runs: readonly Run[];
  first: string;
  rest: string;
  /** A code block. */
  code: boolean;
  /** Follows the previous paragraph without a blank line. */
  tight: boolean;
}

/**
 * A web address in a text: the characters that an address consists of, without the punctuation after it. Brackets belong to it
 * in pairs: `https://example.org/Gull_(bird)`.
 */
const ADDRESS =
  /https?:\/\/(?:[!#-'*-;=?-Z_a-z~]|\([!#-'*-;=?-Z_a-z~]*\))*(?:[#-&*+\-/-9=@-Z_a-z~]|\([!#-'*-;=?-Z_a-z~]*\))/giu;

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const COMMAND_NAME = /^[-_\p{L}\p{N}]{1,32}$/u;

/** A paragraph of these runs without markup. */
export function paragraph(runs: readonly Run[], more: Partial<Paragraph> = {}): Paragraph {
  return { runs, first: '', rest: '', code: false, tight: false, ...more };
}

/** A paragraph in small print. */
export function small(runs: readonly Run[], more: Partial<Paragraph> = {}): Paragraph {
  return paragraph(runs, { first: '-# ', rest: '-# ', ...more });
}

/** The spans of a view as runs. Addresses in their text are links, because Discord makes links of them too. */
export function toRuns(spans: readonly Span[]): Run[] {
  return spansToRuns(spans, { text: textRuns, link: linkRuns, time: timeRun, command: mentionRun });
}

/** An instant: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
function timeRun({ at, text }: Extract<Span, { kind: 'time' }>): Run {
  const seconds = Math.floor(Date.parse(at) / 1000);
  return Number.isNaN(seconds) ? run(text) : { text: `<t:${seconds}:f>`, style: 'markup' };
}

/** A command that can be pressed: https://discord.com/developers/docs/reference#message-formatting */
function mentionRun(span: Extract<Span, { kind: 'command' }>): Run {
  const name = span.text.slice(1);
  const isMentionable = span.id !== undefined && COMMAND_NAME.test(name);
  return isMentionable ? { text: `</${name}:${span.id}>`, style: 'markup' } : commandRun(span);
}

/** Untrusted text, with bare links for the addresses in it. */
export function textRuns(untrusted: string, style: Run['style'] = 'plain'): Run[] {
  const text = toSafeText(untrusted);
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [url] = match;
    if (!isLinkable(url)) continue;
    runs.push({ text: text.slice(from, match.index), style }, { text: url, style: 'plain', href: url });
    from = match.index + url.length;
  }
  return [...runs, { text: text.slice(from), style }].filter((each) => each.text !== '');
}

/** A link in one line; if Discord does not support its address, the address follows its text. */
export function linkRuns(text: string, url: string): Run[] {
  return [linkRun(toSafeText(text).replaceAll('\n', ' '), url, isLinkable)];
}
