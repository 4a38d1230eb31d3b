import { describe, expect, it } from 'vitest';
import { type LanguageModel, ModelError } from '../../src/summary/language-model.ts';
import { createLlmSummaries } from '../../src/summary/llm-summaries.ts';
import { makeArticle } from '../fakes/article.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';

const GOOD = 'The northern ice road opens two weeks early because the ice is thick enough for trucks.';
const article = makeArticle({ url: 'https://a.example/1', title: 'Ice road', sections: [[null, 'It opens early.']] });

function setUp(answer: () => Promise<string> | string, daily = 10) {
  const clock = createFakeClock();
  const world: { nowMs: number; fail?: Error } = { nowMs: 0 };
  const asked: string[] = [];
  const reported: unknown[] = [];
  const model: LanguageModel = {
    name: 'tiny',
    async complete({ user }) {
      asked.push(user);
      return answer();
    },
  };
  const state = createFakeStateStore(world);
  const start = () => createLlmSummaries({ model, state, daily, clock, report: (error) => reported.push(error) });
  const pass = async (ms: number) => {
    world.nowMs += ms;
    await clock.pass(ms);
  };
  return { summaries: start(), start, asked, reported, world, pass };
}

describe('summaries by a language model', () => {
  it('are requested once for each version and language, across restarts too', async () => {
    const { summaries, start, asked } = setUp(() => GOOD);
    expect(await summaries.of(article, 'en')).toBe(GOOD);
    expect(await start().of(article, 'en')).toBe(GOOD);
    expect(asked).toHaveLength(1);
    await summaries.of(article, 'zh-CN');
    await summaries.of({ ...article, title: 'Ice road, updated' }, 'en');
    expect(asked).toHaveLength(3);
  });

  it('are requested once for two simultaneous readers', async () => {
    const { summaries, asked } = setUp(() => GOOD);
    expect(await Promise.all([summaries.of(article, 'en'), summaries.of(article, 'en')])).toEqual([GOOD, GOOD]);
    expect(asked).toHaveLength(1);
  });

  it('are undefined if the output is invalid, and requested again only after a quarter of an hour', async () => {
    const { summaries, asked, reported, pass } = setUp(
      () => 'Visit https://evil.example now, it is the best page of all.',
    );
    expect(await summaries.of(article, 'en')).toBeUndefined();
    expect(await summaries.of(article, 'en')).toBeUndefined();
    expect(asked).toHaveLength(1);
    expect(String(reported[0])).toBe(`ModelError: The language model wrote no fit summary of ${article.id}.`);
    await pass(15 * 60_000);
    await summaries.of(article, 'en');
    expect(asked).toHaveLength(2);
  });

  it('are undefined if the model or the store fails', async () => {
    const down = setUp(() => Promise.reject(new ModelError('down')));
    expect(await down.summaries.of(article, 'en')).toBeUndefined();
    expect(down.reported).toEqual([new ModelError('down')]);
    const lost = setUp(() => GOOD);
    lost.world.fail = new Error('out of reach');
    expect(await lost.summaries.of(article, 'en')).toBeUndefined();
    expect(lost.reported).toEqual([lost.world.fail]);
    expect(lost.asked).toEqual([]);
  });

  it('time out, and are available the next time', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { summaries, asked, pass } = setUp(() => promise);
    const first = summaries.of(article, 'en');
    await pass(4000);
    expect(await first).toBeUndefined();
    resolve(GOOD);
    await pass(0);
    expect(await summaries.of(article, 'en')).toBe(GOOD);
    expect(asked).toHaveLength(1);
  });

  it('stay within the daily budget, across restarts too', async () => {
    const { summaries, start, asked, pass } = setUp(() => GOOD, 2);
    const told = (number: number) => makeArticle({ url: `https://a.example/${number}` });
    expect(await Promise.all([1, 2, 3].map((number) => summaries.of(told(number), 'en')))).toEqual([
      GOOD,
      GOOD,
      undefined,
    ]);
    expect(await start().of(told(4), 'en')).toBeUndefined();
    expect(await summaries.of(told(1), 'en')).toBe(GOOD);
    await pass(86_400_000);
    expect(await summaries.of(told(4), 'en')).toBe(GOOD);
    expect(asked).toHaveLength(3);
  });
});
