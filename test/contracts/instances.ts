import { beforeEach, describe, expect, it } from 'vitest';
import { DeliveryLost } from '../../src/delivery/delivery-lost.ts';
import { makeEdition } from '../fakes/subscription.ts';
import { idsOf, later, NOW, VIEW } from '../fixtures/deliveries.ts';
import type { DeliveringProcess, SharedServer } from '../fixtures/shared-server.ts';

const inChat = (id: string, chat: string) => makeEdition(id, { to: { platform: 'telegram', chat } });
const take = async ({ queue }: DeliveringProcess, limit = 10) => idsOf(await queue.take('telegram', NOW, limit));

/** What processes must do that share deliveries on a real server. */
export function instancesContract({ skipWithout, create, join, endLeases }: SharedServer): void {
  describe('instances on one server', () => {
    let address: string;
    let [one, other]: DeliveringProcess[] = [];
    skipWithout();

    beforeEach(async () => {
      address = await create();
      one = await join(address);
      other = await join(address);
    });

    function both(): [DeliveringProcess, DeliveringProcess] {
      if (one === undefined || other === undefined) return expect.unreachable();
      return [one, other];
    }

    it('take each delivery once, and none of a chat that the other one is sending to', async () => {
      const [a, b] = both();
      await a.queue.add([inChat('a@1', '1'), inChat('b@1', '2'), inChat('c@1', '1'), inChat('d@1', '3')], NOW);
      expect(await take(a, 1)).toEqual(['a@1']);
      expect(await take(b)).toEqual(['b@1', 'd@1']);
      expect(await take(a)).toEqual(['c@1']);
      await a.queue.complete('a@1', 'sent', { at: NOW });
      await a.queue.retryAt('c@1', { at: NOW, reason: 'busy', attempts: 1 });
      expect(await take(b)).toEqual(['c@1']);
    });

    it('look past what they may not take yet, however much it is', async () => {
      const [a, b] = both();
      await a.queue.add(
        ['a@1', 'b@1', 'c@1', 'd@1'].map((id) => inChat(id, '1')),
        NOW,
      );
      await a.queue.add([inChat('e@1', '2'), inChat('f@1', '3')], NOW);
      await take(a, 1);
      expect(await take(b, 1)).toEqual(['e@1']);
      expect(await take(b, 3)).toEqual(['f@1']);
    });

    it('take what a chat is to get before that which another one is sending to it', async () => {
      const [a, b] = both();
      await a.queue.add([inChat('a@1', '1'), inChat('b@1', '1'), inChat('c@1', '1'), inChat('d@1', '1')], NOW);
      expect(await take(a, 3)).toEqual(['a@1', 'b@1', 'c@1']);
      await a.queue.retryAt('a@1', { at: NOW, reason: 'busy', attempts: 1 });
      expect(await take(b)).toEqual(['a@1']);
      await a.queue.retryAt('c@1', { at: NOW, reason: 'busy', attempts: 1 });
      expect(await take(b)).toEqual([]);
    });

    it('lose no delivery, repeat none, and keep the order of a chat, however they take', async () => {
      const processes = both();
      const editions = Array.from({ length: 60 }, (_, at) => inChat(`${at}@1`, `${at % 5}`));
      await processes[0].queue.add(editions, NOW);
      const ended: string[] = [];
      const work = async ({ queue }: DeliveringProcess) => {
        for (let idle = 0; idle < 20; ) {
          const taken = await queue.take('telegram', NOW, 3);
          idle = taken.length === 0 ? idle + 1 : 0;
          for (const { edition } of taken) {
            ended.push(edition.id);
            await queue.complete(edition.id, 'sent', { at: NOW });
          }
        }
      };
      await Promise.all(processes.map(work));
      expect(ended.toSorted()).toEqual(editions.map(({ id }) => id).toSorted());
      for (let chat = 0; chat < 5; chat += 1) {
        const numbers = ended.map((id) => Number.parseInt(id, 10)).filter((number) => number % 5 === chat);
        expect(numbers).toEqual(numbers.toSorted((x, y) => x - y));
      }
    });

    it('take over what an instance without a lease had taken, and nothing of a living one', async () => {
      const [a, b] = both();
      await a.queue.add([makeEdition('a@1')], NOW);
      await take(a);
      await b.instance.renew();
      expect(await take(b)).toEqual([]);
      await endLeases(address);
      await b.instance.renew();
      expect(await take(b)).toEqual(['a@1']);
    });

    it('free what an instance without a lease had taken when they release their own, and nothing else', async () => {
      const [a, b] = both();
      await a.queue.add([inChat('a@1', '1')], NOW);
      await take(a);
      await b.queue.release();
      expect(await b.queue.backlog()).toMatchObject({ waiting: 1, nextAt: undefined });
      await endLeases(address);
      await b.queue.release();
      expect(await b.queue.backlog()).toMatchObject({ waiting: 1, nextAt: NOW });
    });

    it('free what they hold when they stop', async () => {
      const [a, b] = both();
      await a.queue.add([makeEdition('a@1')], NOW);
      await take(a);
      await a.instance.stop();
      await b.instance.renew();
      expect(await take(b)).toEqual(['a@1']);
    });

    it('change nothing of a delivery that they have lost, and say so', async () => {
      const [a, b] = both();
      await a.queue.add([makeEdition('a@1')], NOW);
      await take(a);
      await endLeases(address);
      await b.instance.renew();
      await take(b);
      await b.queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['one'], ['two']] });
      const stale = a.queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['one']] });
      await expect(stale).rejects.toThrow(DeliveryLost);
      await a.queue.retryAt('a@1', { at: later(5), reason: 'busy', attempts: 3 });
      expect(await a.queue.get('a@1')).toMatchObject({ confirmedParts: [['one'], ['two']], attempts: 0 });
      await b.queue.complete('a@1', 'sent', { at: NOW });
      expect(await b.queue.get('a@1')).toMatchObject({ outcome: 'sent' });
    });

    it('may not end a delivery that they have lost', async () => {
      const [a, b] = both();
      await a.queue.add([makeEdition('a@1')], NOW);
      await take(a);
      await endLeases(address);
      await b.instance.renew();
      await take(b);
      await expect(a.queue.complete('a@1', 'failed', { at: NOW })).rejects.toThrow(DeliveryLost);
      expect(await a.queue.get('a@1')).not.toHaveProperty('outcome');
    });

    it('send no further part once their lease is gone, but may take again under a new one', async () => {
      const [a] = both();
      await a.queue.add([makeEdition('a@1')], NOW);
      await take(a);
      await a.queue.assertHeld('a@1');
      await endLeases(address);
      await a.instance.renew();
      expect(await take(a)).toEqual([]);
      await expect(a.queue.assertHeld('a@1')).rejects.toThrow(DeliveryLost);
      expect(await take(a)).toEqual(['a@1']);
      await a.queue.assertHeld('a@1');
    });

    it('enqueue an edition once, and merge no unsent one twice, if they do it at once', async () => {
      const [a, b] = both();
      for (let round = 0; round < 10; round += 1) {
        const [before, merged] = [makeEdition(`${round}@1`), makeEdition(`${round}@2`)];
        await a.queue.add([before], NOW);
        const absorbed = await Promise.all(
          [a, b, a, b].map(({ queue }) => queue.mergeUnsent(before.subscription, NOW, () => merged)),
        );
        expect(absorbed.flat()).toEqual([before]);
        expect(await take(a)).toEqual([merged.id]);
        await a.queue.complete(merged.id, 'sent', { at: NOW });
      }
    });

    it('leave one edition if both merge at once and neither has been enqueued before', async () => {
      const [a, b] = both();
      for (let round = 0; round < 10; round += 1) {
        const merge = ({ queue }: DeliveringProcess, id: string) =>
          queue.mergeUnsent('aaaaaa', NOW, () => makeEdition(`${round}@${id}`));
        await Promise.all([merge(a, 'a'), merge(b, 'b')]);
        const taken = await take(a);
        expect(taken).toHaveLength(1);
        for (const id of taken) await a.queue.complete(id, 'sent', { at: NOW });
      }
    });
  });
}
