import type { Clock } from '../clock.ts';

/** Called when a connection is lost, and when it is back. */
export type ReportConnection<Failure> = (news: 'lost' | 'back', why: Failure | undefined) => void;

export interface ConnectionReporter<Failure> {
  lost(why: Failure): void;
  back(): void;
}

/** Reports each loss once. With `eachCause`, a connection that stays lost is reported again if the cause changes. */
export function createConnectionReporter<Failure extends Error>(
  report: ReportConnection<Failure>,
  { eachCause = false }: { eachCause?: boolean } = {},
): ConnectionReporter<Failure> {
  let reported: Failure | undefined;
  return {
    lost(why) {
      if (reported === undefined || (eachCause && reported.message !== why.message)) report('lost', why);
      reported = why;
    },
    back() {
      if (reported !== undefined) report('back', undefined);
      reported = undefined;
    },
  };
}

interface WatchdogOptions<Failure> {
  clock: Pick<Clock, 'after'>;
  reporter: ConnectionReporter<Failure>;
  /** A shorter interruption is not reported. */
  reportAfterMs: number;
  /** A connection that is silent for longer is given up. */
  giveUpAfterMs: number;
  giveUp(why: Failure): void;
  /** Why the connection is silent; undefined if it never failed. */
  toFailure(error: unknown): Failure;
}

/** Measures how long a connection is silent: reports when it is lost and back, and gives it up in the end. */
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
