import { beforeEach, expect, it } from 'vitest';
import { meterDelivery, meterMerging } from '../../src/delivery/meter-delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { createFakeMetrics, type FakeMetrics } from '../fakes/metrics.ts';
import { makeEdition } from '../fakes/subscription.ts';

const ID = 'aaaaaa@noon';
const now = new Date('2024-05-02T00:01:30.000Z');
const platform = 'telegram';

let deliveries: ReturnType<typeof createFakeDeliveryQueue>;
let metrics: FakeMetrics;

beforeEach(async () => {
  deliveries = createFakeDeliveryQueue();
  metrics = createFakeMetrics();
  await deliveries.add([makeEdition(ID)], now);
});

async function take() {
  const [delivery] = await deliveries.take(platform, now, 1);
  if (delivery === undefined) throw new Error('There is nothing to take.');
  return meterDelivery(deliveries, delivery, metrics);
}

it('counts each confirmed part once, over all attempts', async () => {
  const first = await take();
  await first.recordProgress(ID, { view: null, confirmedParts: [] });
  await first.recordProgress(ID, { view: null, confirmedParts: [['1']] });
  await first.retryAt(ID, { at: now, reason: 'busy', attempts: 1 });
  const second = await take();
  await second.recordProgress(ID, { view: null, confirmedParts: [['1'], ['2'], ['3']] });
  expect(metrics.sumOf('parts', { platform })).toBe(3);
  expect(metrics.sumOf('retries', { platform, reason: 'busy' })).toBe(1);
});

it('measures how late a sent edition is', async () => {
  await (await take()).complete(ID, 'sent', { at: now });
  expect(metrics.sumOf('editions', { platform, outcome: 'sent' })).toBe(1);
  expect(metrics.observed('lateness')).toEqual([90]);
});

it('counts a failed edition, which is not late', async () => {
  await (await take()).complete(ID, 'failed', { at: now, reason: 'refused' });
  expect(metrics.sumOf('editions', { platform, outcome: 'failed' })).toBe(1);
  expect(metrics.observed('lateness')).toEqual([]);
});

it('counts nothing that could not be stored', async () => {
  const broken: DeliveryQueue = { ...deliveries, complete: () => Promise.reject(new Error('The disk is full.')) };
  const [delivery] = await deliveries.take(platform, now, 1);
  if (delivery === undefined) throw new Error('There is nothing to take.');
  await expect(meterDelivery(broken, delivery, metrics).complete(ID, 'sent', { at: now })).rejects.toThrow('full');
  expect(metrics.sumOf('editions', { platform, outcome: 'sent' })).toBe(0);
});

it('counts merged editions', async () => {
  await meterMerging(deliveries, metrics).mergeUnsent('aaaaaa', now, () => makeEdition('aaaaaa@evening'));
  expect(metrics.sumOf('editions', { platform, outcome: 'merged' })).toBe(1);
});
