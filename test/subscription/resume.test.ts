import { describe, expect, it } from 'vitest';
import { pausedAt, resume } from '../../src/subscription/resume.ts';
import { makeSubscription } from '../fakes/subscription.ts';

const HOUR_MS = 3_600_000;
const PAUSED = new Date('2026-05-01T12:00:00Z');
const INSTANT = { kind: 'instant', zone: 'UTC', quiet: null } as const;
const DAILY = { kind: 'daily', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'UTC' } as const;

/** Resumes a subscription that was paused at position 3, after so many hours, at position 9. */
function resumeAfter(hours: number, schedule: typeof INSTANT | typeof DAILY) {
  const paused = { ...makeSubscription({ schedule, position: 3 }), ...pausedAt(PAUSED) };
  const now = new Date(PAUSED.getTime() + hours * HOUR_MS);
  return { now, ...resume(paused, { now, position: 9, catchUpMs: 24 * HOUR_MS }) };
}

describe('an instant subscription that is resumed', () => {
  it.each([0, 1, 24])('after %i hours has every article from the pause', (hours) => {
    const { subscription, afresh, now } = resumeAfter(hours, INSTANT);
    expect(subscription).toMatchObject({ state: 'active', position: 3, enqueuedUntil: now.toISOString() });
    expect(afresh).toBe(false);
  });

  it.each([24.1, 500])('after %d hours starts afresh', (hours) => {
    const { subscription, afresh } = resumeAfter(hours, INSTANT);
    expect(subscription).toMatchObject({ state: 'active', position: 9 });
    expect(afresh).toBe(true);
  });
});

describe('a daily subscription that is resumed', () => {
  it('starts afresh only if it missed a digest more than a day ago', () => {
    // The first missed slot is 20 hours after the pause.
    expect([20, 43, 44, 45].map((hours) => resumeAfter(hours, DAILY).afresh)).toEqual([false, false, true, true]);
  });
});
