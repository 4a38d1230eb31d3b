import { describe, expect, it } from 'vitest';
import type { DeliveryError } from '../../../src/delivery/delivery-error.ts';
import { decideAfterFailure } from '../../../src/delivery/retries/retry-policy.ts';

type Reason = DeliveryError['reason'];

const now = new Date('2026-11-25T08:00:00Z');
const MINUTE = 60_000;

/** The pauses between attempts that all fail for one reason, and the decision at the end. */
function pausesOf(reason: Reason, random = 0.5): { minutes: number[]; end: unknown } {
  const minutes: number[] = [];
  let before: { attempts: number; failureReason: string | null } = { attempts: 0, failureReason: null };
  for (;;) {
    const decision = decide(reason, before, { random });
    if (decision.kind !== 'retry' || minutes.length === 20) return { minutes, end: decision };
    minutes.push((decision.at.getTime() - now.getTime()) / MINUTE);
    before = { attempts: decision.attempts, failureReason: reason };
  }
}

function decide(
  reason: Reason,
  before: { attempts: number; failureReason: string | null } = { attempts: 0, failureReason: null },
  {
    random = 0.5,
    addedAt = now.toISOString(),
    retryAfterMs,
    movedTo,
    unclear = false,
    arrived = false,
  }: Partial<Circumstances> = {},
) {
  return decideAfterFailure(
    { reason, retryAfterMs, movedTo, unclear, arrived },
    { ...before, addedAt },
    { now, random },
  );
}

interface Circumstances {
  random: number;
  addedAt: string;
  retryAfterMs: number;
  movedTo: string;
  unclear: boolean;
  arrived: boolean;
}

describe('the decision after a failed attempt', () => {
  it('retries a busy platform less and less often', () => {
    const { minutes } = pausesOf('busy');
    expect(minutes.slice(0, 4).map((pause) => Math.round(pause * 60))).toEqual([2, 4, 8, 16]);
    expect(Math.max(...minutes)).toBe(10);
  });

  it('retries an unclear delivery only a few times, then keeps it as failed', () => {
    const outcomes: unknown[] = [];
    for (let attempts = 0; attempts < 5; attempts += 1) {
      outcomes.push(decide('busy', { attempts, failureReason: 'unclear' }, { unclear: true }).kind);
    }
    expect(outcomes).toEqual(['retry', 'retry', 'retry', 'retry', 'fail']);
    expect(decide('busy', { attempts: 3, failureReason: 'busy' }, { unclear: true })).toMatchObject({
      kind: 'retry',
      attempts: 1,
    });
  });

  it('retries for a day to reach the followers of a chat, then completes', () => {
    const late = { attempts: 2, failureReason: 'followers' };
    expect(decide('busy', late, { arrived: true, retryAfterMs: 3_600_000 })).toMatchObject({
      kind: 'retry',
      attempts: 3,
    });
    const addedAt = new Date(now.getTime() - 24 * 60 * MINUTE).toISOString();
    expect(decide('busy', late, { arrived: true, addedAt })).toEqual({ kind: 'complete' });
  });

  it.each(['refused', 'forbidden', 'gone'] as const)('completes if followers are %s', (reason) => {
    expect(decide(reason, undefined, { arrived: true })).toEqual({ kind: 'complete' });
  });

  it('waits exactly as long as the platform asks', () => {
    expect(decide('busy', undefined, { retryAfterMs: 12_345, random: 0.9 })).toEqual({
      kind: 'retry',
      attempts: 1,
      at: new Date(now.getTime() + 12_345),
    });
  });

  it('adds jitter to each pause', () => {
    const [least, most] = [0, 1].map((random) => pausesOf('gone', random).minutes[0]);
    expect([least, most]).toEqual([4, 6]);
  });

  it('fails after a day of a busy platform', () => {
    const addedAt = new Date(now.getTime() - 24 * 60 * MINUTE).toISOString();
    expect(decide('busy', { attempts: 9, failureReason: 'busy' }, { addedAt })).toEqual({
      kind: 'fail',
      suspendFor: null,
    });
  });

  it('makes sure that a chat is gone before it suspends', () => {
    expect(pausesOf('gone')).toEqual({ minutes: [5, 60], end: { kind: 'fail', suspendFor: 'gone' } });
  });

  it('waits for a permission, then suspends', () => {
    expect(pausesOf('forbidden')).toEqual({ minutes: [10, 60, 360], end: { kind: 'fail', suspendFor: 'forbidden' } });
  });

  it('retries a refused delivery once', () => {
    expect(pausesOf('refused')).toEqual({ minutes: [1], end: { kind: 'fail', suspendFor: null } });
  });

  it('follows a chat that has moved', () => {
    expect(decide('moved', undefined, { movedTo: '-100' })).toEqual({ kind: 'follow', movedTo: '-100' });
  });

  it('counts each kind of failure separately', () => {
    expect(decide('gone', { attempts: 7, failureReason: 'busy' })).toMatchObject({ kind: 'retry', attempts: 1 });
  });
});
