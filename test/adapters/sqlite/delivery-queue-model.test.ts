import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { createDeliveryQueue } from '../../../adapters/sqlite/delivery-queue.ts';
import { createGroupCommit } from '../../../adapters/sqlite/group-commit.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import type { DeliveryQueue } from '../../../src/delivery/queue.ts';
import { createFakeDeliveryQueue } from '../../fakes/delivery-queue.ts';
import { strictRows } from '../../fakes/row-reader.ts';
import { makeEdition } from '../../fakes/subscription.ts';

const at = fc.integer({ min: 0, max: 4 }).map((ms) => new Date(ms));
const id = fc.integer({ min: 0, max: 5 }).map((number) => `${number}@1`);
const chat = fc.constantFrom('1', '2', '3').map((name) => ({ platform: 'telegram', chat: name }));
const outcome = fc.constantFrom('sent', 'empty', 'merged', 'failed', 'dropped');
const done = fc.integer({ min: 0, max: 2 }).map((parts) => Array.from({ length: parts }, (_, part) => [`m${part}`]));
const view = fc.constantFrom(null, { blocks: [], actions: [] });

/** Of one subscription and chat, by its number. */
function editionOf(name: string) {
  const number = Number.parseInt(name, 10);
  const to = { platform: 'telegram', chat: String(1 + (number % 3)) };
  return makeEdition(name, { subscription: `s${number % 2}`, to, upTo: number });
}

type Step = (queue: DeliveryQueue) => Promise<unknown>;

/** Anything that can be asked of a queue. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.array(id, { maxLength: 4 }), at).map(
    ([ids, now]): Step =>
      (queue) =>
        queue.add(ids.map(editionOf), now),
  ),
  fc.tuple(at, fc.nat(4)).map(
    ([now, limit]): Step =>
      (queue) =>
        queue.take('telegram', now, limit),
  ),
  fc.tuple(id, view, done).map(
    ([name, shown, parts]): Step =>
      (queue) =>
        queue.recordProgress(name, { view: shown, confirmedParts: parts }),
  ),
  fc.tuple(id, at, fc.nat(3)).map(
    ([name, then, attempts]): Step =>
      (queue) =>
        queue.retryAt(name, { at: then, reason: 'busy', attempts }),
  ),
  fc.tuple(id, outcome, at).map(
    ([name, how, then]): Step =>
      (queue) =>
        queue.complete(name, how, { at: then }),
  ),
  fc.constant<Step>((queue) => queue.release()),
  fc.tuple(id, at).map(
    ([name, now]): Step =>
      (queue) =>
        queue.mergeUnsent(`s${Number.parseInt(name, 10) % 2}`, now, (absorbed) => ({
          ...editionOf(name),
          missed: absorbed.length,
        })),
  ),
  fc.tuple(id, at).map(
    ([name, now]): Step =>
      (queue) =>
        queue.resend(name, now),
  ),
  at.map(
    (before): Step =>
      (queue) =>
        queue.deleteEndedBefore(before),
  ),
  chat.map(
    (one): Step =>
      (queue) =>
        queue.removeChat(one),
  ),
  fc.tuple(chat, chat).map(
    ([from, to]): Step =>
      (queue) =>
        queue.moveChat(from, to),
  ),
  chat.map(
    (one): Step =>
      (queue) =>
        queue.forChat(one),
  ),
  id.map(
    (name): Step =>
      (queue) =>
        queue.get(name),
  ),
  fc.constant<Step>(async (queue) => {
    const { waiting, failed, nextAt } = await queue.backlog();
    return { waiting, failed, free: nextAt !== undefined };
  }),
);

it('answers like the queue in memory for any sequence of calls', async () => {
  const database = openDatabase(':memory:', { migrations: MIGRATIONS });
  onTestFinished(() => database.close());
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 80, size: 'max' }), async (steps) => {
    database.run('DELETE FROM deliveries');
    const kept = createDeliveryQueue({
      database,
      durable: database,
      commits: createGroupCommit(database),
      rows: strictRows,
    });
    const model = createFakeDeliveryQueue();
    for (const ask of steps) expect(await ask(kept)).toEqual(await ask(model));
    for (let number = 0; number < 6; number += 1) {
      expect(await kept.get(`${number}@1`)).toEqual(await model.get(`${number}@1`));
    }
  });
  await fc.assert(property, { numRuns: 300 });
});
