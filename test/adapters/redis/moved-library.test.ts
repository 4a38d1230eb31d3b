import { expect, it, onTestFinished } from 'vitest';
import { moveRows } from '../../../adapters/migration/move-rows.ts';
import { openRows } from '../../../adapters/stores.ts';
import { NOW } from '../../fixtures/deliveries.ts';
import { fillLibrary } from '../../fixtures/full-state.ts';
import { redisState, skipWithoutRedis, temporaryStore, withLibrary } from '../../fixtures/redis.ts';

skipWithoutRedis();

const EVERYTHING = { sources: [], topics: [], without: [] };
const PAGE = { offset: 0, limit: 100 };

it('announces nothing again to an instance that reads the moved articles later', async () => {
  const source = await temporaryStore();
  const state = await redisState(source);
  await fillLibrary(state);
  await state.close();
  const target = await temporaryStore();
  const [from, to] = await Promise.all([open(source, 'source'), open(target, 'target')]);
  await moveRows({ from, to, now: () => NOW, onProgress: () => undefined, signal: new AbortController().signal });
  await Promise.all([from.close(), to.close()]);

  const moved = await redisState(target);
  const before = await moved.articles.position();
  const later = await redisState(await withLibrary(target));
  await fillLibrary(later);
  for (const { articles } of [moved, later]) {
    expect(await articles.position()).toBe(before);
    const { entries } = await articles.between({ after: 0, upTo: before, withUpdates: true }, EVERYTHING, PAGE);
    expect(entries.map(({ title }) => title)).toEqual(['Harbour closes']);
  }
});

async function open(location: string, as: 'source' | 'target') {
  const rows = await openRows({ scheme: 'redis', location, label: 'server' }, as);
  onTestFinished(() => rows.close());
  return rows;
}
