/** The part of the process that signals come from. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const GRACE_MS = 8_000;
/** A Ctrl+C comes from the terminal and once more from npm, which passes it on. */
const SAME_REQUEST_MS = 500;

/**
 * Aborts at the first signal that asks the process to stop. A second one, at least half a second later, or no end within
 * eight seconds, ends it at once by `exit`, with the code that shells expect.
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
