import { expect, it } from 'vitest';
import { createCollectingTurn } from '../../src/following/collect-in-turn.ts';
import { type Lead, leadAlone } from '../../src/leadership.ts';
import { makeEntry, makeFeed } from '../contracts/feed-store.ts';
import { createFakeFeedStore } from '../fakes/feed-store.ts';

const NOW = new Date('2024-05-02T00:00:00.000Z');
const DUE = { now: NOW, after: '', limit: 9 };

async function fill() {
  const feeds = createFakeFeedStore();
  await feeds.follow(makeFeed('a'), { platform: 'telegram', chat: '1' }, [makeEntry('a', 'one')]);
  return feeds;
}

it('a process that is alone collects as soon as it starts, until it stops', async () => {
  const turn = createCollectingTurn(await fill(), leadAlone);
  const counts = async () => [(await turn.feeds.dueFeeds(DUE)).length, (await turn.feeds.dueEntries(DUE)).length];
  expect(await counts()).toEqual([0, 0]);
  turn.start();
  expect(await counts()).toEqual([1, 1]);
  await turn.stop();
  expect(await counts()).toEqual([0, 0]);
});

it('a process has nothing to collect while another one does', async () => {
  const [gained, lost] = [Promise.withResolvers<void>(), new AbortController()];
  const lead: Lead = async (_task, work, { signal }) => {
    await gained.promise;
    await work(AbortSignal.any([signal, lost.signal]));
  };
  const turn = createCollectingTurn(await fill(), lead);
  const count = async () => (await turn.feeds.dueFeeds(DUE)).length;
  turn.start();
  expect(await count()).toBe(0);
  gained.resolve();
  await Promise.resolve();
  expect(await count()).toBe(1);
  lost.abort();
  await Promise.resolve();
  expect([await count(), await turn.feeds.count()]).toEqual([0, 1]);
  await turn.stop();
});
