export interface LeadOptions {
  signal: AbortSignal;
  /** Called when another process does the task. */
  onWaiting?(): void;
}

/**
 * Runs `work` in one process only, of all that share the store: waits until no other one does a task of that name. The signal
 * that `work` gets aborts when the task is lost to another process; once `work` has ended, this one waits again. Resolves after
 * `signal` aborts.
 */
export type Lead = (task: string, work: (signal: AbortSignal) => Promise<void>, options: LeadOptions) => Promise<void>;

/** For a store that is not shared. */
export const leadAlone: Lead = (_task, work, { signal }) => work(signal);

/** A task that one process does at a time, of all that share the store. */
export interface Turn {
  /** While this process has the turn: aborts when that ends. */
  held(): AbortSignal | undefined;
  /** Waits for the turn, without holding anybody up. */
  start(): void;
  /** Gives the turn back. */
  stop(): Promise<void>;
}

/** Creates the turn of a process, not started yet. What is being done when the turn is lost may be done twice. */
export function createTurn(lead: Lead, task: string): Turn {
  const stopping = new AbortController();
  let held: AbortSignal | undefined;
  let ended: Promise<void> | undefined;

  async function hold(signal: AbortSignal): Promise<void> {
    held = signal;
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (!signal.aborted) await lost;
    held = undefined;
  }

  return {
    held: () => held,
    start() {
      ended ??= lead(task, hold, { signal: stopping.signal });
    },
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
