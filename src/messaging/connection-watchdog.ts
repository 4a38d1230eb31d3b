import type { Clock } from '../clock.ts';
import type { ConnectionReporter } from './connection-reporter.ts';

interface WatchdogOptions<Failure> {
  clock: Pick<Clock, 'after'>;
  reporter: ConnectionReporter<Failure>;
  /** An interruption that ends sooner is not reported. */
  reportAfterMs: number;
  /** A connection that is silent for longer is given up. */
  giveUpAfterMs: number;
  giveUp(why: Failure): void;
  /** Why the connection is silent; undefined if it never failed. */
  toFailure(error: unknown): Failure;
}

/** Watches how long a connection is silent: reports that it is lost and back, and gives it up in the end. */
export function createConnectionWatchdog<Failure>(options: WatchdogOptions<Failure>) {
  const { clock, reporter, reportAfterMs, giveUpAfterMs, giveUp, toFailure } = options;
  let wasOnline = false;
  let isOver = false;
  let lastError: unknown;
  let cancels: (() => void)[] = [];

  function disarm(): void {
    for (const cancel of cancels) cancel();
    cancels = [];
  }

  function silent(): void {
    // An SDK may say that it reconnects even after it was ended.
    if (isOver || cancels.length > 0) return;
    cancels = [
      ...(wasOnline ? [clock.after(reportAfterMs, () => reporter.lost(toFailure(lastError)))] : []),
      clock.after(giveUpAfterMs, () => giveUp(toFailure(lastError))),
    ];
  }

  silent();
  return {
    silent,
    online(): void {
      disarm();
      reporter.back();
      wasOnline = true;
      lastError = undefined;
    },
    failed(error: unknown): void {
      lastError = error;
    },
    end(): void {
      isOver = true;
      disarm();
    },
    wasOnline: () => wasOnline,
  };
}
