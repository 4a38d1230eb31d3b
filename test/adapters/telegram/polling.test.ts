import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { pollUpdates } from '../../../adapters/telegram/polling.ts';
import { createInstantClock } from '../../fakes/clock.ts';
import { createFakeClient } from '../../fakes/telegram-client.ts';

type Step = readonly number[] | Error;

/** Polls through these answers, then stops. */
async function poll(steps: readonly Step[]) {
  const stopping = new AbortController();
  const handled: number[] = [];
  const news: string[] = [];
  const clock = createInstantClock();
  const left = [...steps];
  const { client, asked } = createFakeClient(() => {
    const step = left.shift();
    if (left.length === 0) stopping.abort();
    if (step instanceof Error) throw step;
    return (step ?? []).map((id) => ({ update_id: id }));
  });
  await pollUpdates(
    ({ update_id: id }) => handled.push(id),
    (what) => news.push(what),
    { client, clock, signal: stopping.signal },
  );
  return { handled, news, pauses: clock.delays, offsets: asked.map(({ parameters }) => parameters['offset']) };
}

const refused = (code: number, parameters = {}) =>
  new TelegramError({ error_code: code, description: 'no', parameters });
const lost = new Error('socket hang up');

describe('polling', () => {
  it('confirms updates with the next request', async () => {
    expect(await poll([[5, 6], [7], []])).toMatchObject({ handled: [5, 6, 7], offsets: [0, 7, 8] });
  });

  it('handles an update once if it comes again', async () => {
    expect((await poll([[5, 6], [5, 6, 7], [6], []])).handled).toEqual([5, 6, 7]);
  });

  it.each([
    ['a lost connection', lost],
    ['a fault of the server', refused(502)],
    ['a second instance', refused(409)],
    ['a revoked token', refused(401)],
  ])('goes on after %s, and says so once', async (_what, error) => {
    const { handled, news, pauses } = await poll([[1], error, error, error, [2], []]);
    expect(handled).toEqual([1, 2]);
    expect(news).toEqual(['lost', 'back']);
    expect(pauses).toEqual([1000, 2000, 4000]);
  });

  it('waits for the delay asked for, else at most half a minute', async () => {
    expect((await poll([refused(429, { retry_after: 12 }), []])).pauses).toEqual([12_000]);
    const { pauses } = await poll([...Array.from({ length: 12 }, () => lost), []]);
    expect(Math.max(...pauses)).toBe(30_000);
  });
});
