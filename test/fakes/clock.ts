import { systemClock } from '../../adapters/shared/system-clock.ts';
import type { Clock } from '../../src/clock.ts';

/** Time that passes only when told to. */
export interface FakeClock extends Clock {
  /** Lets time pass, calling what is due in its order; what was promised meanwhile is settled. */
  pass(ms: number): Promise<void>;
  /** Somebody sets the time of day. No time passes. */
  jump(ms: number): void;
}

/** Starts at zero. */
export function createFakeClock(): FakeClock {
  let now = 0;
  let aheadMs = 0;
  let due: { at: number; call: () => void }[] = [];
  const next = (until: number) => due.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
  return {
    nowMs: () => now + aheadMs,
    monotonicMs: () => now,
    after(delayMs, call) {
      const entry = { at: now + delayMs, call };
      due.push(entry);
      return () => {
        due = due.filter((one) => one !== entry);
      };
    },
    async pass(ms) {
      const until = now + ms;
      await settle();
      for (let entry = next(until); entry !== undefined; entry = next(until)) {
        const { at, call } = entry;
        due = due.filter((one) => one !== entry);
        now = at;
        call();
        await settle();
      }
      now = until;
      await settle();
    },
    jump(ms) {
      aheadMs += ms;
    },
  };
}

/** Lets every promise that can settle do so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** A clock that stands still and waits for nothing; it records each delay. */
export function createInstantClock(nowMs = 0): Clock & { readonly delays: readonly number[] } {
  const delays: number[] = [];
  return {
    delays,
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    after(delayMs, call) {
      let isCancelled = false;
      delays.push(delayMs);
      queueMicrotask(() => {
        if (!isCancelled) call();
      });
      return () => {
        isCancelled = true;
      };
    },
  };
}

/** The machine's time, so many times faster. */
export function createFastClock(speed: number): Clock {
  return {
    nowMs: () => systemClock.nowMs() * speed,
    monotonicMs: () => systemClock.monotonicMs() * speed,
    after: (delayMs, call) => systemClock.after(delayMs / speed, call),
  };
}
