interface Publishing {
  publish(): Promise<unknown>;
  /** Resolves after a while, or at once where the signal says so. */
  pause(forMs: number, signal: AbortSignal): Promise<void>;
  report(error: unknown): void;
}

const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

/**
 * Publishes, and where that is refused again later, until it is done or the signal says to stop: people see no command
 * that is not published. What is asked for meanwhile is the same work.
 */
export function keepPublished({ publish, pause, report }: Publishing, signal: AbortSignal): () => Promise<void> {
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      try {
        await publish();
        return;
      } catch (error) {
        report(error);
        await pause(pauseMs, signal);
      }
    }
  }

  return () => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}
