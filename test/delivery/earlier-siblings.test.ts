import { expect, it } from 'vitest';
import { earlierSiblings } from '../../src/delivery/earlier-siblings.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { makeEdition } from '../fakes/subscription.ts';

const NOW = new Date('2024-05-02T00:00:00Z');
const own = makeEdition('own@1', { subscription: 'own' });

/** The ids of the earlier siblings of `own`, after another edition that ended in a way. */
async function siblingsAfter(other: Partial<Edition>, outcome?: 'sent' | 'failed' | 'empty'): Promise<string[]> {
  const deliveries = createFakeDeliveryQueue();
  await deliveries.add([makeEdition('other@1', { subscription: 'other', ...other }), own], NOW);
  if (outcome !== undefined) {
    await deliveries.take('telegram', NOW, 1);
    await deliveries.complete('other@1', outcome, { at: NOW });
  }
  return (await earlierSiblings(own, deliveries)).map(({ id }) => id);
}

it.each([
  ['on its way', {}, undefined],
  ['sent', {}, 'sent'],
  ['of another second of the minute', { slot: '2024-05-02T00:00:59.000Z' }, undefined],
] as const)('an edition that is %s has been told before', async (_which, other, outcome) => {
  expect(await siblingsAfter(other, outcome)).toEqual(['other@1']);
});

it.each([
  ['failed', {}, 'failed'],
  ['of another minute', { slot: '2024-05-02T00:01:00.000Z' }, undefined],
  ['of another thread', { to: { platform: 'telegram', chat: '1', thread: '7' } }, undefined],
  ['of another chat', { to: { platform: 'telegram', chat: '2' } }, undefined],
  ['of the same subscription', { subscription: 'own' }, undefined],
] as const)('an edition that is %s has not', async (_which, other, outcome) => {
  expect(await siblingsAfter(other, outcome)).toEqual([]);
});

it('an edition that comes later has not been told, nor is anything before one that is unknown', async () => {
  const deliveries = createFakeDeliveryQueue();
  await deliveries.add([own, makeEdition('other@1', { subscription: 'other' })], NOW);
  expect(await earlierSiblings(own, deliveries)).toEqual([]);
  expect(await earlierSiblings(makeEdition('none@1', { subscription: 'none' }), deliveries)).toEqual([]);
});
