import type { Metrics } from '../metrics.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryQueue } from './queue.ts';

/** The queue as one delivery uses it. */
type QueueOfOne = Pick<DeliveryQueue, 'recordProgress' | 'retryAt' | 'complete'>;

/** A queue that also counts what happens to one delivery, once that is stored. */
export function meterDelivery<Queue extends QueueOfOne>(
  deliveries: Queue,
  { edition, confirmedParts }: Pick<Delivery, 'edition' | 'confirmedParts'>,
  metrics: Metrics,
): Queue {
  const { platform } = edition.to;
  let sent = confirmedParts.length;
  return {
    ...deliveries,
    async recordProgress(id, progress) {
      await deliveries.recordProgress(id, progress);
      const more = progress.confirmedParts.length - sent;
      if (more > 0) metrics.count('parts', { platform }, more);
      sent = progress.confirmedParts.length;
    },
    async retryAt(id, next) {
      await deliveries.retryAt(id, next);
      metrics.count('retries', { platform, reason: next.reason });
    },
    async complete(id, outcome, ended) {
      await deliveries.complete(id, outcome, ended);
      metrics.count('editions', { platform, outcome });
      const latenessMs = ended.at.getTime() - Date.parse(edition.slot);
      // A clock that was set back does not make it early.
      if (outcome === 'sent') metrics.observe('lateness', { platform }, Math.max(0, latenessMs) / 1000);
    },
  };
}

/** A queue that also counts merged editions. */
export function meterMerging<Queue extends Pick<DeliveryQueue, 'mergeUnsent'>>(
  deliveries: Queue,
  metrics: Metrics,
): Queue {
  return {
    ...deliveries,
    async mergeUnsent(...args) {
      const merged = await deliveries.mergeUnsent(...args);
      for (const { to } of merged) metrics.count('editions', { platform: to.platform, outcome: 'merged' });
      return merged;
    },
  };
}
