/** The source of signals: the process. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const GRACE_MS = 8_000;
/** A Ctrl+C arrives twice: from the terminal, and from npm, which passes it on. */
const SAME_REQUEST_MS = 500;

/**
 * Returns a signal that aborts when the process is asked to stop. A second request, at least half a second later, or a
 * stop that takes more than eight seconds, calls `exit` with the code that shells expect.
 */
export function listenForStop(source: SignalSource, exit: (code: number) => void): AbortSignal {
  const stopping = new AbortController();
  let requestedAt = 0;
  for (const [name, number] of Object.entries(SIGNALS)) {
    const code = 128 + number;
    source.on(name as keyof typeof SIGNALS, () => {
      if (stopping.signal.aborted) {
        if (performance.now() - requestedAt >= SAME_REQUEST_MS) exit(code);
        return;
      }
      requestedAt = performance.now();
      setTimeout(() => exit(code), GRACE_MS).unref();
      stopping.abort(code);
    });
  }
  return stopping.signal;
}
