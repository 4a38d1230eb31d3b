import { expect, it } from 'vitest';
import { createCollectingTurn } from '../../src/following/collect-in-turn.ts';
import { leadAlone } from '../../src/leadership.ts';
import { makeEntry, makeFeed } from '../contracts/feed-store.ts';
import { createFakeFeedStore } from '../fakes/feed-store.ts';
import { createFakeLeadership } from '../fakes/leadership.ts';

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
  const { lead, lose } = createFakeLeadership();
  const [one, two] = [createCollectingTurn(await fill(), lead), createCollectingTurn(await fill(), lead)];
  const counts = () => Promise.all([one, two].map(async ({ feeds }) => (await feeds.dueFeeds(DUE)).length));
  one.start();
  two.start();
  expect(await counts()).toEqual([1, 0]);
  await lose();
  expect([await counts(), await one.feeds.count()]).toEqual([[0, 1], 1]);
  await two.stop();
  expect(await counts()).toEqual([0, 0]);
});
