import { lastSlot } from '../schedule/slots.ts';
import type { Subscription } from './subscription.ts';

/** A subscription that nothing is sent for until it is resumed; what comes meanwhile is counted from now on. */
export function pausedAt(now: Date): Pick<Subscription, 'state' | 'suspendedFor' | 'enqueuedUntil'> {
  return { state: 'paused', suspendedFor: null, enqueuedUntil: now.toISOString() };
}

/**
 * A subscription that is sent again. What came in the pause is in its next digest, unless a digest was left out longer ago
 * than is caught up with: then it begins afresh, since nobody wants weeks at once.
 */
export function resume(
  subscription: Subscription,
  { now, position, catchUpMs }: { now: Date; position: number; catchUpMs: number },
): { subscription: Subscription; afresh: boolean } {
  const { schedule, enqueuedUntil } = subscription;
  const since = new Date(enqueuedUntil);
  const longAgo = new Date(now.getTime() - catchUpMs);
  const missed = schedule.kind === 'daily' ? lastSlot(schedule, { after: since, upTo: longAgo }) : undefined;
  const afresh = schedule.kind === 'daily' ? missed !== undefined : since < longAgo;
  const active = { ...subscription, state: 'active', suspendedFor: null, enqueuedUntil: now.toISOString() } as const;
  return { subscription: afresh ? { ...active, position } : active, afresh };
}
