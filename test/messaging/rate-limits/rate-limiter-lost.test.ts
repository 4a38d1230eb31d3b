import { describe, expect, it } from 'vitest';
import { toUnanswered } from '../../../src/messaging/network-error.ts';
import { PlatformFailure } from '../../../src/messaging/platform-failure.ts';
import type { Priority } from '../../../src/messaging/rate-limits/rate-limited-request.ts';
import { createRateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import type { ShareRate } from '../../../src/messaging/rate-limits/rate-share.ts';
import { TurnLost } from '../../../src/messaging/rate-limits/turn-lost.ts';
import { isTransient } from '../../../src/messaging/retry-after.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const LIMITS = { all: { most: 30, withinMs: 1000 }, of: () => undefined };

/** A limiter without a share yet, which others give and take. */
function startShared() {
  const clock = createFakeClock();
  let most = 0;
  let requested = 0;
  let lose = (): void => undefined;
  let give = (_most: number): void => undefined;
  const shareRate: ShareRate = (_limit, user) => {
    lose = () => user.onLost();
    give = (now) => {
      most = now;
      user.onChange();
    };
    const request = () => {
      requested += 1;
    };
    return { most: () => most, covers: () => most > 0, request };
  };
  const limiter = createRateLimiter(clock, LIMITS, shareRate);
  const ended: string[] = [];
  const ask = (chat: string, priority: Priority) => {
    limiter.wait({ chat, priority, cost: 1 }).then(
      () => ended.push(`${chat} went`),
      (error: unknown) => ended.push(`${chat} ${error instanceof TurnLost ? 'lost' : String(error)}`),
    );
  };
  return { clock, ended, ask, lose: () => lose(), give: (now: number) => give(now), requested: () => requested };
}

describe('a process that may have been replaced', () => {
  it('sends nothing that it was delivering, but what people have asked for', async () => {
    const { clock, ended, ask, lose, give } = startShared();
    ask('push', 'push');
    ask('answer', 'answer');
    ask('revision', 'revision');
    lose();
    await clock.pass(0);
    expect(ended).toEqual(['push lost', 'revision lost']);
    ask('later', 'push');
    give(30);
    await clock.pass(1000);
    expect(ended.slice(2).toSorted()).toEqual(['answer went', 'later went']);
  });

  it('asks for a share only while something waits', async () => {
    const { clock, ask, give, requested } = startShared();
    give(30);
    ask('one', 'answer');
    await clock.pass(1000);
    expect(requested()).toBe(0);
    give(0);
    ask('two', 'answer');
    expect(requested()).toBe(1);
  });

  it('does not try again what it gave up: nothing is wrong with the platform', () => {
    const failure = new PlatformFailure(toUnanswered(new TurnLost(), /none/u));
    expect([failure.reason, failure.kind, isTransient(failure)]).toEqual(['busy', 'stopped', false]);
  });
});
