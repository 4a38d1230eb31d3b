import { cronMinutes, type Minutes } from './minutes.ts';

/** What says that another minute has begun. */
export interface Tick {
  /** Ticks at once, and from then on as each minute begins. */
  start(): void;
  /** Ticks no more; resolves when the tick that is running has ended. */
  stop(): Promise<void>;
}

/** Time, passed in. */
export interface TickClock {
  now(): Date;
  /** Calls again and again, and gives what ends that. */
  every(ms: number, call: () => void): () => void;
}

export interface TickOptions {
  /** What there is to do at an instant. It must not count minutes: some are skipped, and some come twice. */
  everyMinute(at: Date): Promise<void>;
  /** Told what a tick failed of. */
  report(error: unknown): void;
  /** Told for the log, once, that minutes were missed. */
  warn(line: string): void;
  clock?: TickClock;
  minutes?: Minutes;
}

const CHECK_MS = 20_000;
/** A minute that is so much late does not come any more. */
const LATE_MS = 90_000;

const systemClock: TickClock = {
  now: () => new Date(),
  every(ms, call) {
    const timer = setInterval(call, ms);
    return () => clearInterval(timer);
  },
};

/**
 * Ticks as each minute begins, never while a tick is still running: the next one then sees what was left out. A watchdog
 * beside it begins anew where minutes no longer come, because the timer stalled
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
  let told = false;

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
        told = false;
        tick();
      },
      { report, warn },
    );
    tick();
  }

  function watch(): void {
    const silentMs = clock.now().getTime() - heardAt.getTime();
    if (Math.abs(silentMs) <= LATE_MS) return;
    if (!told) warn(toMessage(silentMs));
    told = true;
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
