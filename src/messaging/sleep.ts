import type { Clock } from '../clock.ts';

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
