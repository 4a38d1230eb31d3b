import type { Clock } from '../clock.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryQueue } from './queue.ts';

export interface WorkerDeps {
  platform: string;
  deliveries: Pick<DeliveryQueue, 'take' | 'retryAt'>;
  /** Sends one. If it rejects, the error is reported, and the delivery is given back once the store is reachable. */
  deliver(delivery: Delivery): Promise<void>;
  clock: Clock;
  report(error: unknown): void;
  signal: AbortSignal;
}

/** Sends the deliveries of one platform. */
export interface Worker {
  /** Looks for new deliveries now. */
  wake(): void;
  /** Resolves after the signal, once no delivery is running. */
  done: Promise<void>;
}

/** Enough to use a platform's whole rate limit, however slow its answers are. */
const MAX_CONCURRENT = 64;
/** The pause when no delivery is ready. */
const IDLE_MS = 1000;
/** The pause after the store was unreachable. */
const STORE_PAUSE_MS = 5000;
/** The pause before a delivery is given back whose outcome could not be stored. */
const GIVE_BACK_MS = 60_000;

/** Sends ready deliveries in the order of adding, several at once, until the signal is aborted. */
export function startWorker(deps: WorkerDeps): Worker {
  const running = new Set<Promise<void>>();
  let woken = Promise.withResolvers<void>();

  async function pause(forMs: number): Promise<void> {
    const cancel = deps.clock.after(forMs, woken.resolve);
    await woken.promise;
    cancel();
    woken = Promise.withResolvers<void>();
  }

  /** Retries until the store is reachable. Until then the delivery stays taken, so nobody sends it again. */
  function giveBack(delivery: Delivery): void {
    const { edition, failureReason, attempts } = delivery;
    if (deps.signal.aborted) return;
    const cancel = deps.clock.after(GIVE_BACK_MS, () => {
      deps.signal.removeEventListener('abort', cancel);
      const at = new Date(deps.clock.nowMs());
      deps.deliveries
        .retryAt(edition.id, { at, reason: failureReason ?? 'store', attempts })
        .catch(() => giveBack(delivery));
    });
    deps.signal.addEventListener('abort', cancel, { once: true });
  }

  function start(delivery: Delivery): void {
    const work = deps
      .deliver(delivery)
      .catch((error: unknown) => {
        deps.report(error);
        giveBack(delivery);
      })
      .finally(() => {
        running.delete(work);
        woken.resolve();
      });
    running.add(work);
  }

  /** Starts as many deliveries as there is room for. Returns the pause before the next look. */
  async function takeSome(): Promise<number> {
    const free = MAX_CONCURRENT - running.size;
    if (free <= 0) return IDLE_MS;
    try {
      const now = new Date(deps.clock.nowMs());
      const taken = await deps.deliveries.take(deps.platform, now, free);
      taken.forEach(start);
      return taken.length === 0 ? IDLE_MS : 0;
    } catch (error) {
      deps.report(error);
      return STORE_PAUSE_MS;
    }
  }

  async function run(): Promise<void> {
    while (!deps.signal.aborted) {
      const pauseMs = await takeSome();
      if (!deps.signal.aborted) await pause(pauseMs);
    }
    await Promise.all(running);
  }

  deps.signal.addEventListener('abort', () => woken.resolve(), { once: true });
  return { wake: () => woken.resolve(), done: run() };
}
