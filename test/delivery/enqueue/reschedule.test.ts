import { beforeEach, describe, expect, it } from 'vitest';
import { createSubscriptionIsolation } from '../../../src/delivery/enqueue/isolate-subscriptions.ts';
import { createRescheduling, type RescheduleDeps, reschedule } from '../../../src/delivery/enqueue/reschedule.ts';
import { noIsolation } from '../../fakes/no-isolation.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';

const NOW = new Date('2026-05-03T12:00:00Z');
const DAILY = { kind: 'daily', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'UTC' } as const;

let subscriptions: ReturnType<typeof createFakeSubscriptionStore>;
let deps: RescheduleDeps;
let breaths: number;

beforeEach(() => {
  subscriptions = createFakeSubscriptionStore();
  breaths = 0;
  deps = {
    subscriptions,
    signal: new AbortController().signal,
    isolate: noIsolation,
    async yieldToEventLoop() {
      breaths += 1;
    },
  };
});

const daily = (enqueuedUntil: string, id = 'aaaaaa') => makeSubscription({ id, schedule: DAILY, enqueuedUntil });
const planned = async (id = 'aaaaaa') => (await subscriptions.nextAt(id))?.toISOString();

describe('rescheduling', () => {
  it('finds the due slot by the current zone rules', async () => {
    await subscriptions.save(daily('2026-05-03T08:00:00Z'), new Date('2026-05-04T09:00:00Z'));
    expect(await reschedule(NOW, deps)).toBe(1);
    expect(await planned()).toBe('2026-05-04T08:00:00.000Z');
  });

  it('reschedules all others if one has a schedule that means nothing, and keeps that one', async () => {
    const reported: unknown[] = [];
    const isolate = createSubscriptionIsolation((error) => reported.push(error));
    const broken = { ...daily('2026-05-03T08:00:00Z'), schedule: { ...DAILY, zone: 'Mars/Olympus' } };
    await subscriptions.save(broken, new Date('2026-05-04T09:00:00Z'));
    for (const id of ['000000', 'bbbbbb']) await subscriptions.save(daily('2026-05-03T08:00:00Z', id), null);
    expect(await reschedule(NOW, { ...deps, isolate })).toBe(2);
    expect(await planned('bbbbbb')).toBe('2026-05-04T08:00:00.000Z');
    expect(await subscriptions.get('aaaaaa')).toEqual(broken);
    expect(reported).toEqual([expect.objectContaining({ message: expect.stringContaining('aaaaaa') as string })]);
  });

  it('leaves a correct schedule unchanged', async () => {
    await subscriptions.save(daily('2026-05-03T08:00:00Z'), new Date('2026-05-04T08:00:00Z'));
    expect(await reschedule(NOW, deps)).toBe(0);
  });

  it('recovers from a clock that was a year ahead', async () => {
    await subscriptions.save(daily('2027-05-03T08:00:00Z'), new Date('2027-05-04T08:00:00Z'));
    const instant = { kind: 'instant', zone: 'UTC', quiet: null } as const;
    await subscriptions.save(makeSubscription({ id: 'bbbbbb', schedule: instant }), new Date('2027-05-03T08:01:00Z'));
    expect(await reschedule(NOW, deps)).toBe(2);
    expect(await planned()).toBe('2026-05-04T08:00:00.000Z');
    expect(await planned('bbbbbb')).toBe('2026-05-03T12:01:00.000Z');
  });

  it('counts from now if only the last slot is in the future', async () => {
    const instant = { kind: 'instant', zone: 'UTC', quiet: null } as const;
    const ahead = makeSubscription({ id: 'aaaaaa', schedule: instant, enqueuedUntil: '2027-05-03T08:00:00Z' });
    await subscriptions.save(ahead, new Date('2026-05-03T12:00:30Z'));
    expect(await reschedule(NOW, deps)).toBe(1);
    expect((await subscriptions.get('aaaaaa'))?.enqueuedUntil).toBe(NOW.toISOString());
    expect(await planned()).toBe('2026-05-03T12:00:30.000Z');
  });

  it('keeps a missed slot, unless it is too long ago', async () => {
    await subscriptions.save(daily('2026-05-02T08:00:00Z'), null);
    await subscriptions.save(daily('2026-04-02T08:00:00Z', 'bbbbbb'), null);
    await reschedule(NOW, deps);
    expect([await planned(), await planned('bbbbbb')]).toEqual([
      '2026-05-03T08:00:00.000Z',
      '2026-05-03T08:00:00.000Z',
    ]);
  });

  it('skips quiet hours and inactive subscriptions', async () => {
    const quiet = { kind: 'instant', zone: 'UTC', quiet: { from: '11:00', to: '14:00' } } as const;
    await subscriptions.save(makeSubscription({ schedule: quiet }), NOW);
    await subscriptions.save({ ...daily('2026-05-02T08:00:00Z', 'bbbbbb'), state: 'paused' }, null);
    expect(await reschedule(NOW, deps)).toBe(1);
    expect(await planned()).toBe('2026-05-03T14:00:00.000Z');
  });

  it('covers all of many, yields to the event loop, and stops on the signal', async () => {
    const entries = Array.from({ length: 450 }, (_, at) => ({
      subscription: daily('2026-05-03T08:00:00Z', String(at).padStart(6, '0')),
      nextAt: null,
    }));
    await subscriptions.saveAll(entries);
    expect(await reschedule(NOW, { ...deps, signal: AbortSignal.abort() })).toBe(0);
    expect(await reschedule(NOW, deps)).toBe(450);
    expect(breaths).toBe(2);
  });

  const right = '2026-05-04T08:00:00.000Z';
  const misplan = () => subscriptions.save(daily('2026-05-03T08:00:00Z'), new Date('2027-05-04T08:00:00Z'));

  it('runs at first, and whenever the clock has gone back', async () => {
    const scheduleState = createFakeStateStore({ nowMs: 0 });
    const look = (at: Date) => createRescheduling({ ...deps, scheduleState, tzdataVersion: '2026a' })(at);
    await misplan();
    await look(NOW);
    expect(await planned()).toBe(right);
    await misplan();
    await look(new Date(NOW.getTime() + 60_000));
    expect(await planned()).not.toBe(right);
    await look(NOW);
    expect(await planned()).toBe(right);
  });

  it('runs once after the zone rules change', async () => {
    const scheduleState = createFakeStateStore({ nowMs: 0 });
    await createRescheduling({ ...deps, scheduleState, tzdataVersion: '2026a' })(NOW);
    await misplan();
    await createRescheduling({ ...deps, scheduleState, tzdataVersion: '2026b' })(NOW);
    expect(await planned()).toBe(right);
    await misplan();
    await createRescheduling({ ...deps, scheduleState, tzdataVersion: '2026b' })(NOW);
    expect(await planned()).not.toBe(right);
  });

  it('starts again if it was stopped halfway', async () => {
    const scheduleState = createFakeStateStore({ nowMs: 0 });
    await misplan();
    await createRescheduling({ ...deps, scheduleState, tzdataVersion: '2026a', signal: AbortSignal.abort() })(NOW);
    await createRescheduling({ ...deps, scheduleState, tzdataVersion: '2026a' })(NOW);
    expect(await planned()).toBe(right);
  });
});
