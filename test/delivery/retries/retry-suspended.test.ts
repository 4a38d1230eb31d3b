import { beforeEach, describe, expect, it } from 'vitest';
import { createDailyRetry } from '../../../src/delivery/retries/retry-suspended.ts';
import { noIsolation } from '../../fakes/no-isolation.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-05-03T12:00:00Z');
const afterHours = (hours: number): Date => new Date(START + hours * HOUR_MS);

let subscriptions: ReturnType<typeof createFakeSubscriptionStore>;
let retry: (now: Date) => Promise<void>;
const state = async (id: string) => (await subscriptions.get(id))?.state;

beforeEach(async () => {
  subscriptions = createFakeSubscriptionStore();
  retry = createDailyRetry({
    subscriptions,
    isolate: noIsolation,
    yieldToEventLoop: async () => undefined,
    signal: new AbortController().signal,
    scheduleState: createFakeStateStore({ nowMs: 0 }),
  });
  const states = { denied: 'forbidden', blocked: 'gone' } as const;
  for (const [id, suspendedFor] of Object.entries(states))
    await subscriptions.save(makeSubscription({ id, state: 'suspended', suspendedFor }), null);
  await subscriptions.save(makeSubscription({ id: 'paused', state: 'paused' }), null);
});

describe('what was suspended', () => {
  it('for a missing permission is tried again once a day, and nothing else is', async () => {
    await retry(afterHours(0));
    await retry(afterHours(23));
    expect(await state('denied')).toBe('suspended');
    await retry(afterHours(24));
    expect([await state('denied'), await state('blocked'), await state('paused')]).toEqual([
      'active',
      'suspended',
      'paused',
    ]);
    await subscriptions.save(makeSubscription({ id: 'denied', state: 'suspended', suspendedFor: 'forbidden' }), null);
    await retry(afterHours(47));
    expect(await state('denied')).toBe('suspended');
    await retry(afterHours(48));
    expect(await state('denied')).toBe('active');
  });

  it('is tried a day after a clock that was a year ahead was set back', async () => {
    await retry(afterHours(365 * 24));
    await retry(afterHours(0));
    expect(await state('denied')).toBe('suspended');
    await retry(afterHours(24));
    expect(await state('denied')).toBe('active');
  });
});
