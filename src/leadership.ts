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
