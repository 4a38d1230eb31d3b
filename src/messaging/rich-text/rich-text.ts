import { toSafeText } from '../../text/safe-text.ts';
import type { Action, Span } from '../../view/view.ts';

/** A run of text in one style. A run with an address is a link; if text and address are equal, it is a bare link. */
export interface Run {
  text: string;
  /** The text of a `markup` run is a platform's own markup for an instant or a command. */
  style: 'plain' | 'strong' | 'emphasis' | 'code' | 'subtle' | 'markup';
  href?: string;
}

/** How a platform renders the spans that differ between platforms. */
export interface SpanRules {
  text(text: string, style: 'plain' | 'strong' | 'emphasis' | 'subtle'): Run[];
  link(text: string, url: string): Run[];
  time(span: Extract<Span, { kind: 'time' }>): Run;
  /** A command. Without it, its name as text. */
  command?(span: Extract<Span, { kind: 'command' }>): Run;
}

/** A run of untrusted text, without control characters. */
export function run(text: string, style: Run['style'] = 'plain'): Run {
  return { text: toSafeText(text), style };
}

/** The spans of a view as runs; empty ones are left out. */
export function spansToRuns(spans: readonly Span[], rules: SpanRules): Run[] {
  return spans.flatMap((span) => spanRuns(span, rules)).filter(({ text }) => text !== '');
}

function spanRuns(span: Span, rules: SpanRules): Run[] {
  switch (span.kind) {
    case 'plain':
    case 'strong':
    case 'emphasis':
    case 'subtle':
      return rules.text(span.text, span.kind);
    case 'code':
      return [run(span.text, 'code')];
    case 'link':
      return rules.link(span.text, span.url);
    case 'time':
      return [rules.time(span)];
    case 'command':
      return rules.command === undefined ? [commandRun(span)] : [rules.command(span)];
    default:
      return span satisfies never;
  }
}

/** A command as text. */
export function commandRun({ text, strong }: Extract<Span, { kind: 'command' }>): Run {
  return run(text, strong === true ? 'strong' : 'plain');
}

/** A link; if the platform does not support its address, the address follows the text in brackets. */
export function linkRun(text: string, url: string, isLinkable: (url: string) => boolean): Run {
  const label = toSafeText(text).trim() === '' ? url : text;
  if (isLinkable(url)) return { ...run(label), href: url };
  return run(label.trim() === url ? url : `${label} (${url})`);
}

/** An action that cannot be a button, as text: its label with its address or command. */
export function actionRuns(action: Action, link: SpanRules['link']): Run[] {
  if ('url' in action) return link(action.label, action.url);
  return [run(`${action.label}: `), run(action.command, 'code')];
}

/** The text of runs without their styles. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** What separates a paragraph from the previous one; a `tight` paragraph follows without a blank line. */
export function gapBefore({ tight }: { tight: boolean }, previous: object | undefined): '' | '\n' | '\n\n' {
  if (previous === undefined) return '';
  return tight ? '\n' : '\n\n';
}
