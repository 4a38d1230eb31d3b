import type { Clock } from '../../src/clock.ts';
import { divideRate, type RateNeed, type ShareRate } from '../../src/messaging/rate-limits/rate-share.ts';

/** What an instance wants of a rate, and what it holds. */
export interface RateRow extends RateNeed {
  share: number;
}

/** How long a share belongs to its instance after an exchange, by the store's clock. Short, so that the share of a dead instance is soon free. */
export const SHARE_LEASE_MS = 3500;
/** How long the instance uses a share, by its own clock. Half the lease: a share renewed at the last moment also ends before the lease of the exchange before. */
const USE_MS = SHARE_LEASE_MS / 2;

/** Writes what an instance wants and holds, gives it what is free of its part, and says how large that part is. */
export type ExchangeShare = (asked: { total: number; need: RateRow }) => Promise<{ target: number; share: number }>;

interface RateDeps {
  /** With one rate in one store, one at a time. */
  exchangeShare: ExchangeShare;
  /** The process, with the id that it has while its lease holds. */
  instance: { id(): string | undefined; start(): Promise<void> };
  clock: Pick<Clock, 'monotonicMs' | 'after'>;
  report(error: unknown): void;
  /** Aborts when the process stops. */
  signal: AbortSignal;
}

/** How often a process that sends asks for more, or gives back. */
const BUSY_MS = 250;
/** How often a process that sends nothing renews its share. */
const IDLE_MS = 1000;

/** The share that an exchange gave. */
interface Grant {
  id: string;
  most: number;
  untilMs: number;
  /** How much was wanted, if all of the target was granted; otherwise 0. */
  grantedNeed: number;
}

/**
 * Shares a rate among instances. What is under way, or was answered within a period, counts against the share of the instance that sent it, also after
 * it was asked to give some back: so all together stay within the rate, except for albums of several busy instances. An instance that makes no exchanges stops using its
 * share, and then the share is free.
 */
export function createRateShare({ exchangeShare, instance, clock, report, signal }: RateDeps): ShareRate {
  return ({ most: total }, user) => {
    let grant: Grant | undefined;
    // Without its lease, or after its time, others may have it.
    const isOurs = ({ id, untilMs }: Grant) => id === instance.id() && clock.monotonicMs() < untilMs;
    const current = () => (grant !== undefined && isOurs(grant) ? grant.most : 0);

    /** Returns whether to ask for more soon. */
    async function exchange(): Promise<boolean> {
      await instance.start();
      const id = instance.id();
      if (id === undefined) return true;
      // A lost lease took the share along.
      if (grant !== undefined && grant.id !== id) {
        grant = undefined;
        user.onLost();
      }
      // After its time, others may have it: it is not taken back.
      const mine = current();
      const { waiting, held } = user.demand();
      const need = { id, wants: Math.min(total, waiting + held), share: Math.min(total, Math.max(mine, held)) };
      const untilMs = clock.monotonicMs() + USE_MS;
      const { target, share } = await exchangeShare({ total, need });
      grant = { id, most: Math.min(target, share), untilMs, grantedNeed: share >= target ? need.wants : 0 };
      user.onChange();
      // More may have come meanwhile.
      return held > 0 || user.demand().waiting > 0 || share > target;
    }

    const ask = keepAsking(exchange, { clock, report, signal });
    return {
      most: current,
      covers: (cost) => current() >= Math.min(cost, total) || (current() > 0 && (grant?.grantedNeed ?? 0) >= cost),
      request: ask,
    };
  };
}

/** Asks now, so that the first answer need not wait, and then repeatedly. Returns a function that asks at once if the process is idle. */
function keepAsking(
  exchange: () => Promise<boolean>,
  { clock, report, signal }: Omit<RateDeps, 'exchangeShare' | 'instance'>,
) {
  let isIdle = false;
  let isFailing = false;
  let cancel = () => {};

  async function run(): Promise<void> {
    isIdle = false;
    try {
      isIdle = !(await exchange());
      isFailing = false;
    } catch (error) {
      if (!isFailing && !signal.aborted) report(error);
      isFailing = true;
    }
    if (!signal.aborted) cancel = clock.after(isIdle ? IDLE_MS : BUSY_MS, () => void run());
  }

  signal.addEventListener('abort', () => cancel());
  void run();
  return (): void => {
    if (!isIdle || signal.aborted) return;
    cancel();
    void run();
  };
}

/** The part of an instance, and its share of it: more than before only if there is some free. */
export function shareOf(need: RateRow, others: readonly RateRow[], total: number): { target: number; share: number } {
  const target = divideRate(total, [...others, need]).get(need.id) ?? 0;
  const free = total - others.reduce((sum, { share }) => sum + share, need.share);
  return { target, share: need.share + Math.max(0, Math.min(target - need.share, free)) };
}
