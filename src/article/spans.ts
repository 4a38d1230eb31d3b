import type { Span } from './article.ts';

/** How a run of text looks; `href` is where it leads. */
export type SpanStyle = Omit<Span, 'text'>;

/** Collects runs of text into spans: white space collapsed as a browser does, equal neighbours joined. */
export interface SpanCollector {
  add(text: string, style: SpanStyle): void;
  /** A line break inside the paragraph. */
  lineBreak(): void;
  /** How many line breaks stand at the end of what was collected. */
  trailingBreaks(): number;
  isEmpty(): boolean;
  /** Gives what was collected, trimmed, and starts anew. */
  take(): Span[];
}

const SPACE = /[\s\u200b\ufeff]+/g;

function sameStyle(span: Span, style: SpanStyle): boolean {
  return (
    span.strong === style.strong &&
    span.emphasis === style.emphasis &&
    span.code === style.code &&
    span.href === style.href
  );
}

/** Makes an empty collector; with `verbatim`, white space is kept as it is (program text). */
export function createSpans(verbatim = false): SpanCollector {
  let spans: Span[] = [];
  let breaks = 0;
  let pendingSpace = false;
  let started = false;

  function push(text: string, style: SpanStyle): void {
    const last = spans.at(-1);
    if (last && sameStyle(last, style)) last.text += text;
    else spans.push({ text, ...style });
  }

  function flushGap(style: SpanStyle): void {
    if (started && breaks > 0) push('\n', spans.at(-1) ? styleOf(spans.at(-1)) : style);
    else if (started && pendingSpace) push(' ', gapStyle(spans.at(-1), style));
    breaks = 0;
    pendingSpace = false;
  }

  return {
    add(text, style) {
      if (verbatim) {
        if (text !== '') push(text, style);
        return;
      }
      const collapsed = text.replace(SPACE, ' ');
      if (collapsed.startsWith(' ')) pendingSpace = true;
      const words = collapsed.trim();
      if (words === '') return;
      flushGap(style);
      push(words, style);
      started = true;
      if (collapsed.endsWith(' ')) pendingSpace = true;
    },
    lineBreak() {
      if (verbatim) push('\n', {});
      else if (started) breaks += 1;
    },
    trailingBreaks: () => breaks,
    isEmpty: () => !started && spans.every((span) => span.text.trim() === ''),
    take() {
      const taken = spans;
      spans = [];
      breaks = 0;
      pendingSpace = false;
      started = false;
      return taken;
    },
  };
}

function styleOf(span: Span | undefined): SpanStyle {
  if (!span) return {};
  const { text: _text, ...style } = span;
  return style;
}

/** A space between two runs belongs to neither's link; it keeps a style that both share. */
function gapStyle(before: Span | undefined, after: SpanStyle): SpanStyle {
  return before && sameStyle(before, after) ? after : {};
}

/** The plain text of spans. */
export function textOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}
