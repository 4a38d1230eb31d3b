import { describe, expect, it } from 'vitest';
import type { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { decideAfterFailure } from '../../src/delivery/retry-policy.ts';

type Reason = DeliveryError['reason'];

const now = new Date('2026-11-25T08:00:00Z');
const MINUTE = 60_000;

/** What is done about failures of one kind, one after the other, as long as there is a next try. */
function pausesOf(reason: Reason, random = 0.5): { minutes: number[]; end: unknown } {
  const minutes: number[] = [];
  let before: { tries: number; reason: string | null } = { tries: 0, reason: null };
  for (;;) {
    const reaction = react(reason, before, { random });
    if (reaction.kind !== 'again' || minutes.length === 20) return { minutes, end: reaction };
    minutes.push((reaction.at.getTime() - now.getTime()) / MINUTE);
    before = { tries: reaction.tries, reason };
  }
}

function react(
  reason: Reason,
  before: { tries: number; reason: string | null } = { tries: 0, reason: null },
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

describe('what is done about a delivery that failed', () => {
  it('tries a busy platform again, ever less often', () => {
    const { minutes } = pausesOf('busy');
    expect(minutes.slice(0, 4).map((pause) => Math.round(pause * 60))).toEqual([2, 4, 8, 16]);
    expect(Math.max(...minutes)).toBe(10);
  });

  it('sends again a few times only what may have arrived, and keeps it then', () => {
    const outcomes: unknown[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      outcomes.push(react('busy', { tries, reason: 'unclear' }, { unclear: true }).kind);
    }
    expect(outcomes).toEqual(['again', 'again', 'again', 'again', 'fail']);
    expect(react('busy', { tries: 3, reason: 'busy' }, { unclear: true })).toMatchObject({ kind: 'again', tries: 1 });
  });

  it('tries for a day to reach the followers of a chat that has it, and then leaves it at that', () => {
    const late = { tries: 2, reason: 'followers' };
    expect(react('busy', late, { arrived: true, retryAfterMs: 3_600_000 })).toMatchObject({ kind: 'again', tries: 3 });
    const addedAt = new Date(now.getTime() - 24 * 60 * MINUTE).toISOString();
    expect(react('busy', late, { arrived: true, addedAt })).toEqual({ kind: 'settle' });
  });

  it.each(['refused', 'forbidden', 'gone'] as const)('leaves it at that where followers are %s', (reason) => {
    expect(react(reason, undefined, { arrived: true })).toEqual({ kind: 'settle' });
  });

  it('waits as long as the platform says, to the millisecond', () => {
    expect(react('busy', undefined, { retryAfterMs: 12_345, random: 0.9 })).toEqual({
      kind: 'again',
      tries: 1,
      at: new Date(now.getTime() + 12_345),
    });
  });

  it('leaves a part of each pause to chance', () => {
    const [least, most] = [0, 1].map((random) => pausesOf('gone', random).minutes[0]);
    expect([least, most]).toEqual([4, 6]);
  });

  it('gives up and keeps what has been busy for a day', () => {
    const addedAt = new Date(now.getTime() - 24 * 60 * MINUTE).toISOString();
    expect(react('busy', { tries: 9, reason: 'busy' }, { addedAt })).toEqual({ kind: 'fail', park: null });
  });

  it('is certain that a chat is gone before its subscription rests', () => {
    expect(pausesOf('gone')).toEqual({ minutes: [5, 60], end: { kind: 'fail', park: 'gone' } });
  });

  it('waits for a permission, then lets the subscription rest', () => {
    expect(pausesOf('forbidden')).toEqual({ minutes: [10, 60, 360], end: { kind: 'fail', park: 'forbidden' } });
  });

  it('tries once more what was refused', () => {
    expect(pausesOf('refused')).toEqual({ minutes: [1], end: { kind: 'fail', park: null } });
  });

  it('follows a chat that has moved', () => {
    expect(react('moved', undefined, { movedTo: '-100' })).toEqual({ kind: 'follow', movedTo: '-100' });
  });

  it('counts each kind of failure by itself', () => {
    expect(react('gone', { tries: 7, reason: 'busy' })).toMatchObject({ kind: 'again', tries: 1 });
  });
});
