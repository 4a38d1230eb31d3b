import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openState } from '../../../adapters/stores.ts';
import type { Deliverer } from '../../../src/delivery/deliverer.ts';
import { DeliveryError } from '../../../src/delivery/delivery-error.ts';
import { createDeliveryService } from '../../../src/delivery/delivery-service.ts';
import { editionView } from '../../../src/presenters/edition-view.ts';
import type { State } from '../../../src/state.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeLibrary, toEntry } from '../../fakes/library.ts';
import { makeEdition, makeSubscription } from '../../fakes/subscription.ts';
import { bus } from '../../fixtures/articles.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const WAIT_MS = 43_838_000;
const MINUTE_MS = 60_000;

it('a wait of hours that a platform names is stored with the delivery, survives a restart, and is one line of the log', async () => {
  const clock = createFakeClock();
  const file = join(await temporaryFolder(), 'state.sqlite');
  const reported: unknown[] = [];
  const attempts: number[] = [];
  const deliver: Deliverer['deliver'] = async (_to, _view, { onPartSent }) => {
    attempts.push(clock.nowMs());
    if (attempts.length === 1) throw new DeliveryError('busy', { retryAfterMs: WAIT_MS });
    await onPartSent(0, ['1']);
  };

  /** A run of the bot on the state file. */
  async function run(work: (state: State, start: () => Promise<void>) => Promise<void>): Promise<void> {
    const state = await openState({ scheme: 'sqlite', location: file }, (error) => reported.push(error));
    const service = createDeliveryService({
      ...state,
      arrivals: { position: async () => 1, between: async () => ({ total: 1, entries: [toEntry(bus)] }) },
      library: createFakeLibrary([bus]),
      present: editionView,
      clock,
      random: () => 0.5,
      yieldToEventLoop: async () => undefined,
      scheduleState: state.states('digests'),
      tzdataVersion: 'test',
      report: (error) => void reported.push(error),
    });
    await work(state, () => service.start([{ platform: 'telegram', deliver }]));
    await Promise.all([service.stop(), clock.pass(MINUTE_MS)]);
    await state.close();
  }
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await clock.pass(1000);
      await new Promise<void>((done) => void setImmediate(done));
    }
  };

  await run(async ({ subscriptions, deliveries }, start) => {
    await subscriptions.save(makeSubscription(), null);
    await deliveries.add([makeEdition('aaaaaa@noon')], new Date(clock.nowMs()));
    await start();
    await settle();
    const { nextAt } = await deliveries.backlog('telegram');
    expect(nextAt).toEqual(new Date((attempts[0] ?? 0) + WAIT_MS));
  });
  await run(async (_state, start) => {
    await start();
    await settle();
    await clock.pass(WAIT_MS - 10 * MINUTE_MS);
    await settle();
    expect(attempts).toHaveLength(1);
    await clock.pass(10 * MINUTE_MS);
    await settle();
  });
  expect(attempts).toHaveLength(2);
  expect((attempts[1] ?? 0) - (attempts[0] ?? 0)).toBeGreaterThanOrEqual(WAIT_MS);
  expect(reported.map((error) => error instanceof Error && error.name)).toEqual(['LongWait']);
  expect(String(reported[0])).toContain('aaaaaa@noon waits until 1970-01-01T12:');
});
