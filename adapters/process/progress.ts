/** Where progress is shown: standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far something long has come. */
export interface ProgressLine {
  /** Says where it stands; most calls show nothing, so it may be called for each step. */
  report(text: () => string): void;
  /** Takes the line away; the next report may show another. */
  clear(): void;
  /** Takes the line away, and shows no other. */
  end(): void;
}

const QUIET_MS = 250;
const REPAINT_MS = 100;
const SPARSE_MS = 5_000;

/**
 * On a terminal one line that is repainted, elsewhere (a log, a pipe) a line every few seconds; nothing at all for what
 * is over in a moment, nor without a stream.
 */
export function createProgress(stream: ProgressStream | undefined, now: () => Date): ProgressLine {
  if (stream === undefined) return { report: () => undefined, clear: () => undefined, end: () => undefined };
  const terminal = stream.isTTY === true;
  let nextMs = now().getTime() + (terminal ? QUIET_MS : SPARSE_MS);
  let painted = false;
  const clear = (): void => {
    if (terminal && painted) stream.write('\r\u001b[2K');
    painted = false;
  };
  return {
    report(text) {
      const atMs = now().getTime();
      if (atMs < nextMs) return;
      nextMs = atMs + (terminal ? REPAINT_MS : SPARSE_MS);
      stream.write(terminal ? `\r\u001b[2K${fit(text(), (stream.columns ?? 80) - 1)}` : `${text()}\n`);
      painted = true;
    },
    clear,
    end() {
      clear();
      nextMs = Number.POSITIVE_INFINITY;
    },
  };
}

/** A line that wraps cannot be repainted: cut it, counting everything beyond Latin as two columns wide. */
function fit(text: string, columns: number): string {
  let width = 0;
  let shown = '';
  for (const character of text) {
    width += character > '\u02ff' ? 2 : 1;
    if (width > columns) break;
    shown += character;
  }
  return shown;
}
