import type { Span } from '../article/article.ts';

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
  /** The end of what was collected since the last line break, as plain text. */
  line(): string;
  /** Forgets what was collected since the last line break. */
  dropLine(): void;
  /** Gives what was collected, trimmed, and starts anew. */
  take(): Span[];
}

/** How much of a line is remembered, in UTF-16 units: enough for what leads to a name. */
const MOST_LINE = 80;
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
  let end = '';

  function push(text: string, style: SpanStyle): void {
    end = (end + text.slice(-MOST_LINE)).slice(-MOST_LINE);
    const last = spans.at(-1);
    if (last && sameStyle(last, style)) last.text += text;
    else spans.push({ text, ...style });
  }

  function flushGap(style: SpanStyle): void {
    if (started && (breaks > 0 || pendingSpace)) push(breaks > 0 ? '\n' : ' ', gapStyle(spans.at(-1), style));
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
    line: () => (breaks > 0 ? '' : end.slice(end.lastIndexOf('\n') + 1)),
    dropLine() {
      if (breaks === 0) cutLastLine(spans);
      end = '';
    },
    isEmpty: () => !started && spans.every((span) => span.text.trim() === ''),
    take() {
      const taken = spans;
      spans = [];
      breaks = 0;
      pendingSpace = false;
      started = false;
      end = '';
      return taken;
    },
  };
}

function cutLastLine(spans: Span[]): void {
  let last = spans.pop();
  while (last && !last.text.includes('\n')) last = spans.pop();
  const text = last?.text.slice(0, last.text.lastIndexOf('\n')) ?? '';
  if (last && text !== '') spans.push({ ...last, text });
}

/** A gap between two runs has what both share: it is bold in a bold line, and linked inside of one link only. */
function gapStyle(before: Span | undefined, after: SpanStyle): SpanStyle {
  return {
    ...(before?.strong && after.strong ? { strong: true as const } : {}),
    ...(before?.emphasis && after.emphasis ? { emphasis: true as const } : {}),
    ...(before?.code && after.code ? { code: true as const } : {}),
    ...(after.href !== undefined && before?.href === after.href ? { href: after.href } : {}),
  };
}
