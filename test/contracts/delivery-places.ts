import { beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { makeEdition } from '../fakes/subscription.ts';
import { idsOf, later, NOW, VIEW } from '../fixtures/deliveries.ts';

const chat = { platform: 'telegram', chat: '1' };

/** What every queue of deliveries promises of what belongs together: those of a subscription, and those of a chat. */
export function deliveryPlacesContract(create: () => Promise<DeliveryQueue>): void {
  let queue: DeliveryQueue;
  beforeEach(async () => {
    queue = await create();
  });

  const add = (...names: string[]) =>
    queue.add(
      names.map((name) => makeEdition(name)),
      NOW,
    );
  const take = async (limit = 10) => idsOf(await queue.take('telegram', NOW, limit));

  describe('as a merge', () => {
    const merged = (id: string) => (absorbed: readonly Edition[]) => makeEdition(id, { missed: absorbed.length });

    it('merges unsent deliveries of one subscription', async () => {
      await add('held@1', 'begun@2', 'waiting@3', 'delayed@4', 'ended@5');
      await queue.add([makeEdition('other@6', { subscription: 'bbbbbb' })], NOW);
      await queue.take('telegram', NOW, 2);
      await queue.recordProgress('begun@2', { view: VIEW, confirmedParts: [] });
      await queue.retryAt('begun@2', { at: NOW, reason: 'busy', attempts: 1 });
      await queue.complete('ended@5', 'sent', { at: NOW });
      await queue.retryAt('delayed@4', { at: later(9000), reason: 'busy', attempts: 1 });
      const ended = await queue.mergeUnsent('aaaaaa', later(1), merged('all@7'));
      expect(ended.map(({ id }) => id)).toEqual(['waiting@3', 'delayed@4']);
      expect(await queue.get('delayed@4')).toMatchObject({ outcome: 'merged', endedAt: later(1).toISOString() });
      expect(await take()).toEqual(['begun@2', 'other@6', 'all@7']);
      expect((await queue.get('all@7'))?.edition.missed).toBe(2);
    });

    it('changes nothing if the new edition is known', async () => {
      await add('a@1', 'b@2');
      await queue.mergeUnsent('aaaaaa', NOW, merged('c@3'));
      expect(await queue.mergeUnsent('aaaaaa', NOW, merged('c@3'))).toEqual([]);
      expect(await queue.mergeUnsent('aaaaaa', NOW, merged('a@1'))).toEqual([]);
      expect(await queue.mergeUnsent('aaaaaa', NOW, () => undefined)).toEqual([]);
      expect(await take()).toEqual(['c@3']);
    });

    it('adds the edition if there is nothing to merge', async () => {
      expect(await queue.mergeUnsent('aaaaaa', NOW, merged('a@1'))).toEqual([]);
      expect(await take()).toEqual(['a@1']);
    });

    it('only ends them without a merged edition', async () => {
      await add('a@1');
      expect(await queue.mergeUnsent('aaaaaa', NOW)).toEqual([makeEdition('a@1')]);
      expect(await queue.get('a@1')).toMatchObject({ outcome: 'merged' });
      expect(await take()).toEqual([]);
    });

    it('includes a delivery whose view was removed again', async () => {
      await add('a@1');
      await take();
      await queue.recordProgress('a@1', { view: VIEW, confirmedParts: [] });
      await queue.recordProgress('a@1', { view: null, confirmedParts: [] });
      await queue.retryAt('a@1', { at: NOW, reason: 'busy', attempts: 1 });
      expect(await queue.mergeUnsent('aaaaaa', NOW, merged('b@2'))).toHaveLength(1);
    });
  });

  describe('as a chat', () => {
    it('shows pending and failed deliveries, and the last sent ones', async () => {
      await add(
        ...Array.from({ length: 27 }, (_, at) => `sent@${at}`),
        'merged@1',
        'dropped@1',
        'failed@1',
        'taken@1',
        'waiting@1',
      );
      await queue.add([makeEdition('other@1', { to: { ...chat, chat: '2' } })], NOW);
      for (let at = 0; at < 27; at += 1) await queue.complete(`sent@${at}`, 'sent', { at: later(at) });
      for (const outcome of ['merged', 'dropped', 'failed'] as const)
        await queue.complete(`${outcome}@1`, outcome, { at: NOW });
      await take(1);
      expect(idsOf(await queue.forChat(chat))).toEqual([
        ...Array.from({ length: 25 }, (_, at) => `sent@${at + 2}`),
        'failed@1',
        'taken@1',
        'waiting@1',
      ]);
    });

    it('shows at most a hundred', async () => {
      await add(...Array.from({ length: 150 }, (_, at) => `a@${at}`));
      expect((await queue.forChat(chat)).length).toBeLessThanOrEqual(100);
    });

    it('that is removed leaves nothing, even while something is being sent', async () => {
      await add('a@1', 'b@1', 'c@1');
      await queue.add([makeEdition('other@1', { to: { ...chat, chat: '2' } })], NOW);
      await take(1);
      await queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['m']] });
      await queue.complete('b@1', 'sent', { at: NOW });
      await queue.removeChat(chat);
      await queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['m'], ['n']] });
      expect(await queue.forChat(chat)).toEqual([]);
      expect(await queue.get('a@1')).toBeUndefined();
      expect(await take()).toEqual(['other@1']);
    });

    it('that moves takes everything along, even what is being sent', async () => {
      await queue.add([makeEdition('a@1', { to: { ...chat, thread: '5', server: 's' } }), makeEdition('b@1')], NOW);
      await take(1);
      const to = { platform: 'telegram', chat: '-100' };
      await queue.moveChat(chat, to);
      expect((await queue.forChat(to)).map(({ edition }) => edition.to)).toEqual([
        { ...to, thread: '5', server: 's' },
        to,
      ]);
      expect(await queue.forChat(chat)).toEqual([]);
      await queue.complete('a@1', 'sent', { at: NOW });
      expect(await take()).toEqual(['b@1']);
    });
  });
}
