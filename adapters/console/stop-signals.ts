/** The part of the process that signals come from. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const GRACE_MS = 8_000;

/**
 * Aborts at the first signal that asks the process to stop. A second one, or no end within eight seconds, ends it at
 * once by `exit`, with the code that shells expect.
 */
export function listenForStop(source: SignalSource, exit: (code: number) => void): AbortSignal {
  const stopping = new AbortController();
  for (const [name, number] of Object.entries(SIGNALS)) {
    const code = 128 + number;
    source.on(name as keyof typeof SIGNALS, () => {
      if (stopping.signal.aborted) return exit(code);
      setTimeout(() => exit(code), GRACE_MS).unref();
      stopping.abort(code);
    });
  }
  return stopping.signal;
}
