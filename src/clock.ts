/** The time, as a dependency. */
export interface Clock {
  /** The time of day, which jumps when somebody sets the clock: for what is stored or shown. */
  nowMs(): number;
  /** The time since some start, which never jumps: for limits and pauses of this process. */
  monotonicMs(): number;
  /** Calls once after a delay. Returns a function that cancels it. */
  after(delayMs: number, call: () => void): () => void;
}

/** The result of the work, or undefined if that takes longer. The work itself goes on. */
export function withTimeout<Result>(
  work: Promise<Result>,
  timeoutMs: number,
  { after }: Pick<Clock, 'after'>,
): Promise<Result | undefined> {
  const timeout = Promise.withResolvers<undefined>();
  const cancel = after(timeoutMs, () => timeout.resolve(undefined));
  return Promise.race([work, timeout.promise]).finally(cancel);
}

/** Resolves after a delay, or as soon as the signal aborts. */
export function sleep(delayMs: number, { after }: Pick<Clock, 'after'>, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const cancel = after(delayMs, end);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });
}
