import type { Edition } from '../../digest/edition.ts';
import type { SubscriptionStore } from '../../subscription/store.ts';
import type { Subscription } from '../../subscription/subscription.ts';
import type { Delivery } from '../delivery.ts';
import type { DeliveryQueue } from '../queue.ts';
import { FOLLOWERS } from './retry-policy.ts';

interface EndDeps {
  deliveries: Pick<DeliveryQueue, 'complete' | 'resend'>;
  subscriptions: Pick<SubscriptionStore, 'get' | 'change'>;
  now(): Date;
}

/** Ends a delivery that arrived, or had nothing to send. */
export async function complete(
  { id, subscription, slot }: Edition,
  { outcome, reason }: { outcome: 'sent' | 'empty'; reason?: string },
  { deliveries, subscriptions, now }: EndDeps,
): Promise<void> {
  await deliveries.complete(id, outcome, { at: now(), ...(reason !== undefined && { reason }) });
  await subscriptions.change(subscription, ({ subscription: current, nextAt }) =>
    isOvertaken({ slot }, current) ? undefined : { subscription: { ...current, sentUntil: slot }, nextAt },
  );
}

/**
 * Ends a delivery whose subscription is not active. Its articles come with the next edition. If a part of it or a later
 * edition has arrived, that would repeat articles: then it is kept as failed, and resumes with its subscription.
 */
export async function drop(
  { edition, confirmedParts, failureReason }: Pick<Delivery, 'edition' | 'confirmedParts' | 'failureReason'>,
  subscription: Subscription | undefined,
  deps: EndDeps,
): Promise<void> {
  if (failureReason === FOLLOWERS) return await complete(edition, { outcome: 'sent', reason: FOLLOWERS }, deps);
  const { deliveries, subscriptions, now } = deps;
  const reason = subscription === undefined ? 'unsubscribed' : (subscription.suspendedFor ?? 'paused');
  const isKept = subscription !== undefined && (confirmedParts.length > 0 || isOvertaken(edition, subscription));
  if (subscription !== undefined && !isKept) {
    // Another delivery of it may be dropped at the same time.
    await subscriptions.change(subscription.id, ({ subscription: current, nextAt }) => ({
      subscription: { ...current, position: Math.min(current.position, edition.after) },
      nextAt,
    }));
  }
  await deliveries.complete(edition.id, isKept ? 'failed' : 'dropped', { at: now(), reason });
  if (!isKept && subscription !== undefined) return;
  // It may have been resumed or restored just before the delivery ended, which then had nothing to resend.
  const current = await subscriptions.get(edition.subscription);
  const isBack = reason === 'unsubscribed' ? current !== undefined : reason === 'paused' && current?.state === 'active';
  if (isBack) await deliveries.resend(edition.id, now());
}

/** Whether a later edition has arrived. */
function isOvertaken({ slot }: Pick<Edition, 'slot'>, { sentUntil }: Subscription): boolean {
  return sentUntil !== null && Date.parse(sentUntil) > Date.parse(slot);
}
