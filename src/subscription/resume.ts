import { lastSlot } from '../schedule/slots.ts';
import type { Subscription } from './subscription.ts';

/** The changes that pause a subscription. Its `enqueuedUntil` is the start of the pause. */
export function pausedAt(now: Date): Pick<Subscription, 'state' | 'suspendedFor' | 'enqueuedUntil'> {
  return { state: 'paused', suspendedFor: null, enqueuedUntil: now.toISOString() };
}

/**
 * Resumes a subscription. Its next digest has the articles from the pause, unless it missed a digest longer ago than `catchUpMs`:
 * then it starts afresh, since nobody wants weeks of articles at once.
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
