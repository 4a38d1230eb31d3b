import type { StateStore } from '../../state-store.ts';
import { unsuspend } from '../../subscription/suspend.ts';
import { forEachSubscription, type PagingDeps } from '../enqueue/for-each-subscription.ts';

interface RetryDeps extends PagingDeps {
  scheduleState: Pick<StateStore, 'get' | 'set'>;
}

const KEY = 'suspendedRetriedAt';
const DAY_MS = 24 * 60 * 60_000;

/**
 * Reactivates once a day what was suspended for a missing permission, so that its next digest tries again: no platform tells
 * when a group's general permissions are back. Whoever removed or blocked the bot is left alone until the platform says that
 * it is back.
 */
export function createDailyRetry({ scheduleState, ...deps }: RetryDeps): (now: Date) => Promise<void> {
  return async (now) => {
    const last = await scheduleState.get<number>(KEY);
    const isFirst = last === undefined || last > now.getTime();
    if (!isFirst && now.getTime() - last < DAY_MS) return;
    if (!isFirst) {
      await forEachSubscription(
        ({ state, suspendedFor }) => state === 'suspended' && suspendedFor === 'forbidden',
        (id) => unsuspend(id, deps.subscriptions),
        deps,
      );
    }
    if (!deps.signal.aborted) await scheduleState.set<number>(KEY, now.getTime());
  };
}
