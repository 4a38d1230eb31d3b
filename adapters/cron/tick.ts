import { cronMinutes, type Minutes } from './minutes.ts';

/** A scheduler that ticks every minute. */
export interface Tick {
  /** Ticks immediately, then at the start of each minute. */
  start(): void;
  /** Stops ticking. Resolves when the running tick has ended. */
  stop(): Promise<void>;
}

/** The clock and timers of the scheduler. */
export interface TickClock {
  now(): Date;
  /** Calls at an interval. Returns a function that cancels it. */
  every(ms: number, call: () => void): () => void;
}

export interface TickOptions {
  /** The work of a tick. It must not count minutes: some are skipped, and some occur twice. */
  everyMinute(at: Date): Promise<void>;
  /** Reports the error of a failed tick. */
  report(error: unknown): void;
  /** Logs once that minutes were missed. */
  warn(line: string): void;
  clock?: TickClock;
  minutes?: Minutes;
}

const CHECK_MS = 20_000;
/** A minute later than this counts as missed. */
const LATE_MS = 90_000;

const systemClock: TickClock = {
  now: () => new Date(),
  every(ms, call) {
    const timer = setInterval(call, ms);
    return () => clearInterval(timer);
  },
};

/**
 * Ticks at the start of each minute, but never while a tick is running: the next tick covers the skipped ones. A
 * watchdog restarts the timer if minutes stop coming, because the timer stalled
 * (https://github.com/node-cron/node-cron/issues/509), the machine slept or its clock was set.
 */
export function createTick({
  everyMinute,
  report,
  warn,
  clock = systemClock,
  minutes = cronMinutes,
}: TickOptions): Tick {
  let ticking: { stop(): void } | undefined;
  let endWatch: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let heardAt = clock.now();
  let hasWarned = false;

  function tick(): void {
    running ??= runTick(clock.now()).finally(() => {
      running = undefined;
    });
  }

  async function runTick(at: Date): Promise<void> {
    try {
      await everyMinute(at);
    } catch (error) {
      report(error);
    }
  }

  function begin(): void {
    ticking?.stop();
    heardAt = clock.now();
    ticking = minutes(
      () => {
        heardAt = clock.now();
        hasWarned = false;
        tick();
      },
      { report, warn },
    );
    tick();
  }

  function watch(): void {
    const silentMs = clock.now().getTime() - heardAt.getTime();
    if (Math.abs(silentMs) <= LATE_MS) return;
    if (!hasWarned) warn(toMessage(silentMs));
    hasWarned = true;
    begin();
  }

  return {
    start() {
      if (ticking) return;
      begin();
      endWatch = clock.every(CHECK_MS, watch);
    },
    async stop() {
      endWatch?.();
      ticking?.stop();
      ticking = undefined;
      await running;
    },
  };
}

function toMessage(silentMs: number): string {
  const minutes = Math.round(Math.abs(silentMs) / 60_000);
  const what = silentMs < 0 ? `The clock went back by ${minutes} min` : `No minute was counted for ${minutes} min`;
  return `${what}: the machine slept, its clock was set, or the timer stalled. Digests go on now; none is lost.`;
}
