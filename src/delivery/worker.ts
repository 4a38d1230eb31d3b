import type { Clock } from '../clock.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryQueue } from './queue.ts';

export interface WorkerDeps {
  platform: string;
  deliveries: Pick<DeliveryQueue, 'take' | 'again'>;
  /** Sends one; what it rejects with is reported, and the delivery is given back as soon as the store takes it. */
  deliver(delivery: Delivery): Promise<void>;
  clock: Clock;
  report(error: unknown): void;
  signal: AbortSignal;
}

/** Sends the deliveries of one platform. */
export interface Worker {
  /** Something has been added. */
  wake(): void;
  /** Resolves when, after the signal, nothing is in hand any more. */
  done: Promise<void>;
}

/** So many are in hand at once: enough to keep to the fastest pace that a platform allows, however slow its answers are. */
const AT_ONCE = 64;
/** How long nothing is looked for where nothing was found. */
const IDLE_MS = 1000;
/** How long a store that is out of reach is left alone. */
const STORE_PAUSE_MS = 5000;
/** After how long one is given back that could not be written down as ended or put off. */
const GIVEN_BACK_MS = 60_000;

/** Takes what may be sent, first come first served, so many at once, until the signal says to stop. */
export function startWorker(deps: WorkerDeps): Worker {
  const inHand = new Set<Promise<void>>();
  let woken = Promise.withResolvers<void>();

  async function pause(forMs: number): Promise<void> {
    const cancel = deps.clock.after(forMs, woken.resolve);
    await woken.promise;
    cancel();
    woken = Promise.withResolvers<void>();
  }

  /** What could not be written down is given back once it can: nothing is sent while the store takes nothing. */
  function giveBack(delivery: Delivery): void {
    const { edition, reason, tries } = delivery;
    if (deps.signal.aborted) return;
    const cancel = deps.clock.after(GIVEN_BACK_MS, () => {
      deps.signal.removeEventListener('abort', cancel);
      const at = new Date(deps.clock.nowMs());
      deps.deliveries.again(edition.id, { at, reason: reason ?? 'store', tries }).catch(() => giveBack(delivery));
    });
    deps.signal.addEventListener('abort', cancel, { once: true });
  }

  function begin(delivery: Delivery): void {
    const work = deps
      .deliver(delivery)
      .catch((error: unknown) => {
        deps.report(error);
        giveBack(delivery);
      })
      .finally(() => {
        inHand.delete(work);
        woken.resolve();
      });
    inHand.add(work);
  }

  /** Takes what there is room for; how long to rest before looking again. */
  async function takeSome(): Promise<number> {
    const free = AT_ONCE - inHand.size;
    if (free <= 0) return IDLE_MS;
    try {
      const now = new Date(deps.clock.nowMs());
      const taken = await deps.deliveries.take(deps.platform, now, free);
      taken.forEach(begin);
      return taken.length === 0 ? IDLE_MS : 0;
    } catch (error) {
      deps.report(error);
      return STORE_PAUSE_MS;
    }
  }

  async function run(): Promise<void> {
    while (!deps.signal.aborted) {
      const restMs = await takeSome();
      if (!deps.signal.aborted) await pause(restMs);
    }
    await Promise.all(inHand);
  }

  deps.signal.addEventListener('abort', () => woken.resolve(), { once: true });
  return { wake: () => woken.resolve(), done: run() };
}
