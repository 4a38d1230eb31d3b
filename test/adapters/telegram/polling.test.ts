import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { pollUpdates } from '../../../adapters/telegram/updates/polling.ts';
import { createInstantClock } from '../../fakes/clock.ts';
import { createFakeClient } from '../../fakes/telegram-client.ts';

/** The ids of updates, a failure, or any other result. */
type Step = readonly number[] | Error | { result: unknown };

/** Polls through these answers, then stops. */
async function poll(steps: readonly Step[], failing: Error[] = []) {
  const stopping = new AbortController();
  const handled: number[] = [];
  const news: string[] = [];
  const reported: unknown[] = [];
  const clock = createInstantClock();
  const left = [...steps];
  const { client, asked } = createFakeClient(() => {
    const step = left.shift();
    if (left.length === 0) stopping.abort();
    if (step instanceof Error) throw step;
    if (step !== undefined && 'result' in step) return step.result;
    return (step ?? []).map((id) => ({ update_id: id }));
  });
  const heard: number[] = [];
  await pollUpdates(
    async (updates) => {
      const failure = failing.pop();
      if (failure !== undefined) throw failure;
      handled.push(...updates.map(({ update_id: id }) => id));
    },
    (what) => news.push(what),
    {
      client,
      clock,
      signal: stopping.signal,
      watchdog: { heard: () => void heard.push(handled.length) },
      report: (error) => void reported.push(error),
    },
  );
  return {
    handled,
    news,
    heard,
    reported,
    pauses: clock.delays,
    offsets: asked.map(({ parameters }) => parameters['offset']),
  };
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

  it('says nothing of a request that its own end breaks off', async () => {
    expect(await poll([lost])).toMatchObject({ news: [], reported: [], pauses: [] });
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

  it.each([null, undefined, {}, 'text', [null], [{}], [{ update_id: 'x' }], [[]]])(
    'goes on after a malformed response, with pauses: %j',
    async (result) => {
      const { handled, news, pauses, heard } = await poll([[1], { result }, { result }, { result }, [2], []]);
      expect(handled).toEqual([1, 2]);
      expect(news).toEqual(['lost', 'back']);
      expect(pauses).toEqual([1000, 2000, 4000]);
      expect(heard).toHaveLength(3);
    },
  );

  it('handles what it can read of a response, and pauses before it asks for the rest', async () => {
    const result = [{ update_id: 5 }, null, { update_id: 6 }];
    expect(await poll([{ result }, [7], []])).toMatchObject({ handled: [5, 6, 7], offsets: [0, 7, 8], pauses: [1000] });
  });

  it('goes on after a mistake of its own, which is reported', async () => {
    const mistake = new Error('A bug.');
    const { handled, reported } = await poll([[1], [2], []], [mistake]);
    expect(handled).toEqual([2]);
    expect(reported).toEqual([mistake]);
  });

  it.each([
    ['a second instance', refused(409), 3],
    ['a delay asked for', refused(429, { retry_after: 5 }), 3],
    ['a lost connection', lost, 2],
  ])('takes for an answer of Telegram or not: %s', async (_what, error, heard) => {
    expect((await poll([[1], error, []])).heard).toHaveLength(heard);
  });
});
