import { describe, expect, it } from 'vitest';
import { beginFeed } from '../../src/following/followed-feed.ts';
import { createFakeArrivals } from '../fakes/arrivals.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { createFakeFeedStore } from '../fakes/feed-store.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';
import { articles } from '../fixtures/articles.ts';
import { findBarriers } from '../fixtures/axe.ts';
import { browserSuite } from '../fixtures/browser-suite.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { makeWebContext } from '../fixtures/web-context.ts';

const TOKEN = '0123456789abcdef0123';
const NOW = new Date('2021-11-16T12:00:00.000Z');
const access = { isPublic: false, origin: undefined, token: TOKEN };
const stores = {
  subscriptions: createFakeSubscriptionStore(),
  deliveries: createFakeDeliveryQueue(),
  feeds: createFakeFeedStore(),
  arrivals: createFakeArrivals(articles),
};
const open = browserSuite(async () => {
  const feed = beginFeed('feed00001', 'https://news.example/feed');
  await stores.subscriptions.save(makeSubscription({ state: 'active' }), NOW);
  await stores.deliveries.add([makeEdition('aaaaaa@1', { slot: '2021-11-16T08:00:00.000Z' })], NOW);
  await stores.deliveries.take('telegram', NOW, 1);
  await stores.deliveries.complete('aaaaaa@1', 'failed', { at: NOW, reason: 'busy' });
  await stores.feeds.follow({ feed, nextAt: NOW }, { platform: 'telegram', chat: '1' });
  return makeWebContext({ library: createFakeLibrary(articles), stores, access, now: () => NOW });
});

describe.each(LOOKS)('on %s', (_, look) => {
  it('shows digests and the control room without errors, barriers or jumps', async (context) => {
    const { page, shifted, foreign, problems } = await open(context, { locale: 'en-GB', ...look });
    await page.goto('/control');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel('Token').fill(TOKEN);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.waitForURL('**/control');
    for (const path of ['/digests', '/subscriptions/aaaaaa/next', '/control']) {
      await page.goto(path);
      expect(await findBarriers(page)).toEqual([]);
      expect(await shifted()).toBeLessThan(0.02);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });
});

it('sends a digest again from the control room, and sees the queue change', async (context) => {
  const { page, problems } = await open(context, { locale: 'en-GB' });
  await page.goto('/control');
  await page.getByLabel('Token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.textContent('#queue')).toContain('Waiting: 0 · Failed: 1');
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.waitForURL('**/control?done=resent');
  expect(await page.textContent('#queue')).toContain('Waiting: 1 · Failed: 0');
  await stores.deliveries.take('telegram', NOW, 1);
  await stores.deliveries.complete('aaaaaa@1', 'sent', { at: NOW });
  await expect.poll(() => page.textContent('#queue'), { timeout: 10_000 }).toContain('Waiting: 0 · Failed: 0');
  expect(problems).toEqual([]);
});
