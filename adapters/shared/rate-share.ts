import {
  divideRate,
  type RateNeed,
  type RateShare,
  type ShareRate,
} from '../../src/messaging/rate-limits/rate-share.ts';

/** What an instance wants of a rate, and what it holds. */
export interface RateRow extends RateNeed {
  share: number;
}

/** Writes what an instance wants and holds, gives it what is free of its part, and says how large that part is. */
export type ExchangeShare = (asked: { total: number; need: RateRow }) => Promise<{ target: number; share: number }>;

interface RateDeps {
  /** With one rate in one store, one at a time. */
  exchangeShare: ExchangeShare;
  /** The process, with the id that it has while its lease holds. */
  instance: { id(): string | undefined; start(): Promise<void> };
  report(error: unknown): void;
  /** Aborts when the process stops. */
  signal: AbortSignal;
}

/** How often a process that sends asks for more, or gives back. */
const EVERY_MS = 250;

/**
 * Shares a rate among instances. What is sent within a period counts against the share of the instance that sent it, also after
 * it was asked to give some back: so all together never exceed the rate. The share of a dead instance is free when its lease is over.
 */
export function createRateShare({ exchangeShare, instance, report, signal }: RateDeps): ShareRate {
  return ({ most: total }, user) => {
    let holder: string | undefined;
    let most = 0;
    /** How much was wanted when the whole part was given. */
    let settledAt = 0;
    let isRunning = false;
    let isFailing = false;

    /** Returns whether to go on. */
    async function exchange(): Promise<boolean> {
      await instance.start();
      const id = instance.id();
      const { waiting, recent } = user.demand();
      if (id === undefined) return changeTo(0, 0);
      // A lost lease took the share along.
      if (id !== holder) {
        if (holder !== undefined) user.onLost();
        most = 0;
      }
      holder = id;
      const need = { id, wants: Math.min(total, waiting + recent), share: Math.min(total, Math.max(most, recent)) };
      const { target, share } = await exchangeShare({ total, need });
      changeTo(Math.min(target, share), share >= target ? need.wants : 0);
      // More may have come meanwhile.
      return recent > 0 || user.demand().waiting > 0 || share > target;
    }

    function changeTo(next: number, settled: number): true {
      const isNew = next !== most || settled !== settledAt;
      [most, settledAt] = [next, settled];
      if (isNew) user.onChange();
      return true;
    }

    async function run(): Promise<void> {
      const goesOn = await exchange().catch((error: unknown) => {
        // The lease that a share belongs to ends with the process.
        if (signal.aborted) return false;
        if (!isFailing) report(error);
        isFailing = true;
        return true;
      });
      if (goesOn && !signal.aborted) setTimeout(() => void run(), EVERY_MS).unref();
      else isRunning = false;
    }

    // Without a lease, others may have it.
    const current = () => (instance.id() === holder ? most : 0);
    const share: RateShare = {
      most: current,
      covers: (cost) => current() >= Math.min(cost, total) || (current() > 0 && settledAt >= cost),
      request() {
        if (isRunning || signal.aborted) return;
        isRunning = true;
        isFailing = false;
        void run();
      },
    };
    // So that the first answer need not wait for it.
    share.request();
    return share;
  };
}

/** The part of an instance, and its share of it: more than before only if there is some free. */
export function shareOf(need: RateRow, others: readonly RateRow[], total: number): { target: number; share: number } {
  const target = divideRate(total, [...others, need]).get(need.id) ?? 0;
  const free = total - others.reduce((sum, { share }) => sum + share, need.share);
  return { target, share: need.share + Math.max(0, Math.min(target - need.share, free)) };
}
