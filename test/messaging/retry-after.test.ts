import { describe, expect, it } from 'vitest';
import { PlatformFailure } from '../../src/messaging/platform-failure.ts';
import { withRetry } from '../../src/messaging/retry.ts';
import { retryWhileBusy } from '../../src/messaging/retry-after.ts';
import { createInstantClock } from '../fakes/clock.ts';

const busy = (retryAfterMs?: number) =>
  new PlatformFailure({ reason: 'busy', ...(retryAfterMs !== undefined && { retryAfterMs }) });
const limits = { tries: 4, firstDelayMs: 200, longestDelayMs: 10_000 };

/** Work that fails with each of these, then succeeds. */
async function run(failures: readonly Error[], policy = retryWhileBusy(limits)) {
  const clock = createInstantClock();
  const left = [...failures];
  const work = async () => {
    const failure = left.shift();
    if (failure !== undefined) throw failure;
    return 'done';
  };
  const result = await withRetry(work, { clock, policy }).catch((error: unknown) => error);
  return { result, delays: clock.delays };
}

describe('a request that fails', () => {
  it('is retried with exponential backoff while the platform is busy', async () => {
    expect(await run([busy(), busy(), busy()])).toEqual({ result: 'done', delays: [200, 400, 800] });
  });

  it('is retried after the delay that the platform asks for, unless that is too long', async () => {
    expect(await run([busy(3000)])).toEqual({ result: 'done', delays: [3000] });
    const long = busy(10_001);
    expect(await run([long])).toEqual({ result: long, delays: [] });
  });

  it('is given up after its last try, with the last failure', async () => {
    const last = busy();
    expect((await run([busy(), busy(), busy(), last])).result).toBe(last);
  });

  it.each([
    new PlatformFailure({ reason: 'refused' }),
    new PlatformFailure({ reason: 'busy', kind: 'stopped' }),
    new Error('A bug.'),
  ])('is not retried if that cannot help: %s', async (failure) => {
    expect(await run([failure])).toEqual({ result: failure, delays: [] });
  });

  it('is not retried if its caller forbids it', async () => {
    const unclear = new PlatformFailure({ reason: 'busy', kind: 'unclear' });
    const policy = retryWhileBusy({ ...limits, mayRetry: ({ kind }) => kind !== 'unclear' });
    expect((await run([unclear], policy)).result).toBe(unclear);
  });
});
