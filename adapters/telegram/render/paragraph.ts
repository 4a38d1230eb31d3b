import { linkRun, type Run, run, spansToRuns } from '../../../src/messaging/rich-text/rich-text.ts';
import type { Span } from '../../../src/view/view.ts';
import { defuseMentions } from './defuse-mentions.ts';
import { isLinkable } from './linkable.ts';

/** A separate text: plain, in a quote, in a quote that expands when pressed, or program text. */
export interface Paragraph {
  runs: readonly Run[];
  frame: 'plain' | 'quote' | 'folded' | 'pre';
  /** Follows the previous paragraph without a blank line. */
  tight: boolean;
  /** A style for all of its runs, except program text. */
  around?: 'strong' | 'emphasis';
  /** The address of a picture that can be shown above the message. */
  picture?: string;
}

/** A paragraph of these runs, by default without a frame. Outside program text, it mentions nobody. */
export function paragraph(runs: readonly Run[], more: Partial<Paragraph> = {}): Paragraph {
  return { runs: more.frame === 'pre' ? runs : defuseMentions(runs), frame: 'plain', tight: false, ...more };
}

/** The spans of a view as runs. Telegram itself makes links of addresses in a text. */
export function toRuns(spans: readonly Span[]): Run[] {
  return spansToRuns(spans, {
    text: (text, style) => [run(text, style)],
    link: linkRuns,
    time: ({ text }) => run(text),
  });
}

/** A link; if Telegram would silently drop it, its address follows its text. */
export function linkRuns(text: string, url: string): Run[] {
  return [linkRun(text, url, isLinkable)];
}

/** The length of a paragraph as Telegram counts it, in UTF-16 units. */
export function lengthOf({ runs }: Pick<Paragraph, 'runs'>): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
