import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivered } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { makeEdition } from '../fakes/subscription.ts';
import { idsOf, later, NOW, VIEW } from '../fixtures/deliveries.ts';
import { deliveryPlacesContract } from './delivery-places.ts';

const chat = { platform: 'telegram', chat: '1' };

/** What every queue of deliveries promises. */
export function deliveryQueueContract(create: () => Promise<DeliveryQueue>): void {
  let queue: DeliveryQueue;
  beforeEach(async () => {
    queue = await create();
  });

  const add = (...names: string[]) =>
    queue.add(
      names.map((name) => makeEdition(name)),
      NOW,
    );
  const take = async (limit = 10, now = NOW) => idsOf(await queue.take('telegram', now, limit));
  const outcomeOf = async (id: string) => ((await queue.get(id)) as Delivered | undefined)?.outcome;

  describe('as a queue', () => {
    it('returns added editions unchanged, in order, each only once', async () => {
      const first = makeEdition('b@1', {
        to: { ...chat, thread: '5' },
        selection: { sources: [], topics: ['台湾'], without: [] },
      });
      await queue.add([first, makeEdition('a@1')], NOW);
      await queue.add([makeEdition('c@1')], later(-1));
      expect(await queue.take('telegram', NOW, 1)).toEqual([
        {
          edition: first,
          attempts: 0,
          view: null,
          confirmedParts: [],
          failureReason: null,
          addedAt: NOW.toISOString(),
        },
      ]);
      expect(await take()).toEqual(['a@1', 'c@1']);
      expect(await take()).toEqual([]);
    });

    it('keeps platforms apart', async () => {
      await queue.add([makeEdition('d@1', { to: { platform: 'discord', chat: '1' } }), makeEdition('t@1')], NOW);
      expect(await take()).toEqual(['t@1']);
      expect(await queue.backlog('telegram')).toMatchObject({ waiting: 1 });
      expect(await queue.backlog()).toMatchObject({ waiting: 2, nextAt: NOW });
      expect(idsOf(await queue.take('discord', NOW, 10))).toEqual(['d@1']);
    });

    it('adds an edition once, whatever its state', async () => {
      await queue.add([makeEdition('a@1'), makeEdition('a@1', { upTo: 99 })], NOW);
      await add('a@1');
      expect(await take()).toEqual(['a@1']);
      await add('a@1');
      expect(await take()).toEqual([]);
      await queue.complete('a@1', 'sent', { at: NOW });
      await add('a@1');
      expect(await take()).toEqual([]);
      expect((await queue.get('a@1'))?.edition.upTo).toBe(7);
    });

    it('returns editions at once that were added before the clock was set back', async () => {
      await add('a@1');
      expect(await take(10, later(-3_600_000))).toEqual(['a@1']);
    });

    it('releases what a dead process had taken, with its progress', async () => {
      await add('a@1', 'b@1', 'c@1');
      await queue.take('telegram', NOW, 2);
      await queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['m1', 'm2'], []] });
      await queue.complete('b@1', 'sent', { at: NOW });
      await queue.release();
      const taken = await queue.take('telegram', NOW, 10);
      expect(taken).toMatchObject([
        { edition: { id: 'a@1' }, view: VIEW, confirmedParts: [['m1', 'm2'], []] },
        { view: null, confirmedParts: [] },
      ]);
      expect(idsOf(taken)).toEqual(['a@1', 'c@1']);
    });

    it('copies what it takes and returns', async () => {
      const given: Edition = makeEdition('a@1');
      await queue.add([given], NOW);
      given.upTo = 99;
      const [got] = await queue.take('telegram', NOW, 1);
      if (got) got.edition.upTo = 98;
      expect((await queue.get('a@1'))?.edition.upTo).toBe(7);
    });
  });

  describe('as a retry', () => {
    it('is ready at its time, in its old place', async () => {
      await add('a@1', 'b@1');
      await take(1);
      await queue.retryAt('a@1', { at: later(1000), reason: 'busy', attempts: 3 });
      await add('c@1');
      expect(await take(1, later(999))).toEqual(['b@1']);
      expect(await queue.backlog()).toMatchObject({ waiting: 3, nextAt: NOW });
      expect(await queue.take('telegram', later(1000), 10)).toMatchObject([
        { edition: { id: 'a@1' }, attempts: 3, failureReason: 'busy' },
        { edition: { id: 'c@1' }, attempts: 0 },
      ]);
      await queue.release();
      expect(await take(10, later(999))).toEqual(['a@1', 'b@1', 'c@1']);
    });

    it('counts attempts anew once another part is confirmed', async () => {
      await add('a@1');
      const retried = async (view: typeof VIEW, confirmedParts: string[][]) => {
        await queue.take('telegram', NOW, 1);
        await queue.retryAt('a@1', { at: NOW, reason: 'busy', attempts: 3 });
        await queue.recordProgress('a@1', { view, confirmedParts });
        return (await queue.get('a@1'))?.attempts;
      };
      expect(await retried(VIEW, [])).toBe(3);
      expect(await retried(VIEW, [['m']])).toBe(0);
      expect(await retried(VIEW, [['m']])).toBe(3);
      expect(await retried(VIEW, [['m'], ['n']])).toBe(0);
    });

    it('shows when the next one is ready', async () => {
      await add('a@1', 'b@1', 'c@1');
      await take();
      expect(await queue.backlog()).toEqual({ waiting: 3, failed: 0, nextAt: undefined });
      await queue.retryAt('a@1', { at: later(2000), reason: 'busy', attempts: 1 });
      await queue.retryAt('b@1', { at: later(1000), reason: 'busy', attempts: 1 });
      expect(await queue.backlog('telegram')).toEqual({ waiting: 3, failed: 0, nextAt: later(1000) });
      expect(await queue.backlog('discord')).toEqual({ waiting: 0, failed: 0, nextAt: undefined });
    });
  });

  describe('as an outcome', () => {
    it.each(['sent', 'empty', 'merged'] as const)('"%s" is final, and keeps no view', async (outcome) => {
      await add('a@1');
      await take();
      await queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['m']] });
      await queue.retryAt('a@1', { at: NOW, reason: 'busy', attempts: 2 });
      await queue.complete('a@1', outcome, { at: later(5) });
      expect(await queue.get('a@1')).toEqual({
        edition: makeEdition('a@1'),
        attempts: 2,
        view: null,
        confirmedParts: [['m']],
        failureReason: null,
        addedAt: NOW.toISOString(),
        outcome,
        endedAt: later(5).toISOString(),
      });
      expect(await queue.resend('a@1', NOW)).toBe(false);
      expect(await take()).toEqual([]);
    });

    it('is ready at once if a clock that was a year ahead delayed it', async () => {
      const queue = await create();
      await queue.add([makeEdition('a@1')], NOW);
      await queue.take('telegram', NOW, 1);
      await queue.retryAt('a@1', { at: later(365 * 24 * 3_600_000), reason: 'busy', attempts: 1 });
      expect(idsOf(await queue.take('telegram', NOW, 1))).toEqual(['a@1']);
    });

    it.each(['failed', 'dropped'] as const)('"%s" can be resent from where it stopped', async (outcome) => {
      await add('a@1');
      await take();
      await queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['m']] });
      await queue.retryAt('a@1', { at: NOW, reason: 'busy', attempts: 9 });
      await queue.complete('a@1', outcome, { at: NOW, reason: 'forbidden' });
      expect(await queue.get('a@1')).toMatchObject({ outcome, failureReason: 'forbidden', view: VIEW });
      expect(await queue.backlog()).toEqual({ waiting: 0, failed: Number(outcome === 'failed'), nextAt: undefined });
      expect(await queue.resend('a@1', later(1))).toBe(true);
      expect(await queue.resend('a@1', later(1))).toBe(false);
      expect(await queue.take('telegram', later(1), 1)).toEqual([
        {
          edition: makeEdition('a@1'),
          attempts: 0,
          view: VIEW,
          confirmedParts: [['m']],
          failureReason: 'forbidden',
          addedAt: NOW.toISOString(),
        },
      ]);
    });

    it('that is delayed can be sent at once, with a fresh count of attempts', async () => {
      await add('a@1');
      await take();
      await queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['m']] });
      await queue.retryAt('a@1', { at: later(600), reason: 'forbidden', attempts: 3 });
      expect(await take()).toEqual([]);
      expect(await queue.resend('a@1', NOW)).toBe(true);
      const [taken] = await queue.take('telegram', NOW, 1);
      expect(taken).toMatchObject({ attempts: 0, confirmedParts: [['m']], view: VIEW });
      expect(await queue.resend('a@1', NOW)).toBe(false);
    });

    it('is listed for its chat if the bot could not post, not if nobody was subscribed', async () => {
      await add('a@1', 'b@1', 'c@1', 'd@1');
      await queue.complete('a@1', 'dropped', { at: NOW, reason: 'forbidden' });
      await queue.complete('b@1', 'dropped', { at: NOW, reason: 'gone' });
      await queue.complete('c@1', 'dropped', { at: NOW, reason: 'unsubscribed' });
      await queue.complete('d@1', 'dropped', { at: NOW });
      expect(idsOf(await queue.forChat(makeEdition('a@1').to))).toEqual(['a@1', 'b@1']);
    });

    it('is not undone by later calls', async () => {
      await add('a@1');
      await take();
      await queue.complete('a@1', 'sent', { at: NOW });
      await queue.recordProgress('a@1', { view: VIEW, confirmedParts: [['late']] });
      await queue.retryAt('a@1', { at: NOW, reason: 'busy', attempts: 1 });
      await queue.complete('a@1', 'failed', { at: NOW });
      await queue.release();
      expect(await queue.get('a@1')).toMatchObject({ outcome: 'sent', view: null, confirmedParts: [], attempts: 0 });
      expect(await take()).toEqual([]);
    });

    it('is deleted after its time; pending deliveries never are', async () => {
      await add('a@1', 'b@1', 'c@1');
      await queue.complete('a@1', 'sent', { at: later(-2) });
      await queue.complete('b@1', 'failed', { at: NOW });
      await queue.deleteEndedBefore(NOW);
      expect(await queue.get('a@1')).toBeUndefined();
      expect(await outcomeOf('b@1')).toBe('failed');
      await queue.deleteEndedBefore(later(1));
      expect(await queue.get('b@1')).toBeUndefined();
      expect(await take()).toEqual(['c@1']);
    });

    it('ignores unknown ids', async () => {
      expect(await queue.get('nobody')).toBeUndefined();
      expect(await queue.resend('nobody', NOW)).toBe(false);
      await queue.complete('nobody', 'sent', { at: NOW });
      await queue.recordProgress('nobody', { view: VIEW, confirmedParts: [] });
      expect(await queue.backlog()).toEqual({ waiting: 0, failed: 0, nextAt: undefined });
    });
  });

  deliveryPlacesContract(create);
}
