/** The stream for progress: standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows the progress of a long task. */
export interface ProgressLine {
  /** Reports progress. It may be called for each step, since most calls print nothing. */
  report(text: () => string): void;
  /** Clears the line. The next report may show another. */
  clear(): void;
  /** Clears the line, and shows no other. */
  end(): void;
}

const QUIET_MS = 250;
const REPAINT_MS = 100;
const SPARSE_MS = 5_000;

/**
 * Creates a progress line: on a terminal one line that is redrawn, elsewhere (a log, a pipe) a line every few seconds.
 * Short tasks show nothing. Without a stream nothing is shown.
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

/** Truncates a line, since a wrapped one cannot be redrawn. Non-Latin characters count as two columns. */
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
