import { type Clock, sleep } from '../clock.ts';
import { StoreError } from '../library/store-error.ts';
import { DeliveryLost } from './delivery-lost.ts';

/** The pause before the store is tried again. */
const PAUSE_MS = 1000;

/**
 * Records what was sent as soon as the store can be used again, so that it is not sent a second time. Gives up when the process
 * stops, and after a bug, which has been reported: then the next attempt looks for it if the platform can, or sends it again. Rejects
 * with `DeliveryLost`.
 */
export async function recordLater(
  record: () => Promise<void>,
  { clock, signal }: { clock: Pick<Clock, 'after'>; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    try {
      return await record();
    } catch (error) {
      if (error instanceof DeliveryLost) throw error;
      if (!(error instanceof StoreError)) return;
    }
    await sleep(PAUSE_MS, clock, signal);
  }
}
