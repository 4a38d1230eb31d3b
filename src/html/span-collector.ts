import type { Span } from '../article/article.ts';
import { isCollapsed } from '../text/collapse-space.ts';

/** The style of a span, including its link. */
export type SpanStyle = Omit<Span, 'text'>;

/** Collects text into spans: collapses white space like a browser, joins adjacent spans of the same style. */
export interface SpanCollector {
  add(text: string, style: SpanStyle): void;
  /** A line break inside the paragraph. */
  lineBreak(): void;
  /** The number of line breaks at the end. */
  trailingBreaks(): number;
  isEmpty(): boolean;
  /** The end of the current line, as plain text. */
  line(): string;
  /** Removes the current line. */
  dropLine(): void;
  /** Returns the spans, trimmed, and resets the collector. */
  take(): Span[];
}

/** How much of the current line `line` returns: enough for the label of a byline. */
const MAX_LINE_UNITS = 80;
const SPACE = /[\s\u200b\ufeff]+/g;

/** A soft hyphen says where a word may be divided; a reader does not see it, and a search would not find the word. */
function withoutSoftHyphens(text: string): string {
  return text.includes('\u00ad') ? text.replaceAll('\u00ad', '') : text;
}

function sameStyle(span: Span, style: SpanStyle): boolean {
  return (
    span.strong === style.strong &&
    span.emphasis === style.emphasis &&
    span.code === style.code &&
    span.href === style.href
  );
}

/** Creates an empty collector; with `verbatim`, it preserves white space (preformatted text). */
export function createSpanCollector(verbatim = false): SpanCollector {
  let spans: Span[] = [];
  let breaks = 0;
  let pendingSpace = false;
  let hasText = false;
  let tail = '';

  function push(text: string, style: SpanStyle): void {
    tail = (tail + text.slice(-MAX_LINE_UNITS)).slice(-MAX_LINE_UNITS);
    const last = spans.at(-1);
    if (last && sameStyle(last, style)) last.text += text;
    else spans.push({ text, ...style });
  }

  function flushGap(style: SpanStyle): void {
    if (hasText && (breaks > 0 || pendingSpace)) push(breaks > 0 ? '\n' : ' ', gapStyle(spans.at(-1), style));
    breaks = 0;
    pendingSpace = false;
  }

  return {
    add(text, style) {
      if (verbatim) {
        if (text !== '') push(text, style);
        return;
      }
      const visible = withoutSoftHyphens(text);
      const collapsed = isCollapsed(visible) ? visible : visible.replace(SPACE, ' ');
      if (collapsed.startsWith(' ')) pendingSpace = true;
      const words = collapsed.trim();
      if (words === '') return;
      flushGap(style);
      push(words, style);
      hasText = true;
      if (collapsed.endsWith(' ')) pendingSpace = true;
    },
    lineBreak() {
      if (verbatim) push('\n', {});
      else if (hasText) breaks += 1;
    },
    trailingBreaks: () => breaks,
    line: () => (breaks > 0 ? '' : tail.slice(tail.lastIndexOf('\n') + 1)),
    dropLine() {
      if (breaks === 0) removeLastLine(spans);
      tail = '';
    },
    isEmpty: () => !hasText && spans.every((span) => span.text.trim() === ''),
    take() {
      // A copy has the exact size, while an array that grew takes several times as much.
      const taken = spans.slice();
      spans = [];
      breaks = 0;
      pendingSpace = false;
      hasText = false;
      tail = '';
      return taken;
    },
  };
}

function removeLastLine(spans: Span[]): void {
  let last = spans.pop();
  while (last && !last.text.includes('\n')) last = spans.pop();
  const text = last?.text.slice(0, last.text.lastIndexOf('\n')) ?? '';
  if (last && text !== '') spans.push({ ...last, text });
}

/** A space between two spans has the styles that both have: bold in a bold line, linked only inside one link. */
function gapStyle(before: Span | undefined, after: SpanStyle): SpanStyle {
  const both: SpanStyle = {};
  if (before?.strong && after.strong) both.strong = true;
  if (before?.emphasis && after.emphasis) both.emphasis = true;
  if (before?.code && after.code) both.code = true;
  if (after.href !== undefined && before?.href === after.href) both.href = after.href;
  return both;
}
