import { join } from 'node:path';
import { nodeFlags } from '../../adapters/process/node-flags.mjs';
import { systemClock } from '../../adapters/shared/system-clock.ts';
import { openState } from '../../adapters/stores.ts';
import { createDeliveryService } from '../../src/delivery/delivery-service.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { editionView } from '../../src/presenters/edition-view.ts';
import { nextSlot } from '../../src/schedule/slots.ts';
import { zones } from '../../src/schedule/zones.ts';
import { startTelegram } from '../../test/emulators/telegram/telegram.ts';
import { createPlace, MAIN } from '../../test/end-to-end/process.ts';
import { makeSubscription } from '../../test/fakes/subscription.ts';
import { articles } from '../../test/faults/articles.ts';
import { scaled } from '../scale.ts';

const BATCH = 1000;
const SUBSCRIPTIONS = scaled(100_000, BATCH);

/** Fills a state file with subscriptions over all zones, none of them due. */
async function fill(path: string, now: Date): Promise<void> {
  const state = await openState({ scheme: 'sqlite', location: path });
  for (let from = 0; from < SUBSCRIPTIONS; from += BATCH) {
    const entries = Array.from({ length: BATCH }, (_, at) => {
      const number = from + at;
      const zone = zones[number % zones.length] ?? 'UTC';
      const schedule = { kind: 'daily', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone } as const;
      const id = number.toString(36).padStart(6, '0');
      const to = { platform: 'telegram', chat: String(number + 1) };
      const subscription = makeSubscription({ id, to, schedule, enqueuedUntil: now.toISOString() });
      return { subscription, nextAt: nextSlot(schedule, now) };
    });
    await state.subscriptions.saveAll(entries);
  }
  await state.close();
}

/** How long the bot takes from its start until it asks Telegram for updates, in milliseconds. */
async function measureStart(place: Awaited<ReturnType<typeof createPlace>>): Promise<number> {
  const telegram = await startTelegram();
  const env = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, STORE_URL: 'sqlite:state.sqlite' };
  const begun = performance.now();
  const bot = place.startOther(process.execPath, [...nodeFlags, MAIN], env);
  await telegram.waitFor(() => telegram.calls('getUpdates').length > 0, 'the bot');
  const took = performance.now() - begun;
  bot.child.kill('SIGTERM');
  await bot.ended;
  await telegram.stop();
  return took;
}

/** How long the ticks after a start take with nothing due. */
async function measureTicks(path: string): Promise<readonly number[]> {
  const state = await openState({ scheme: 'sqlite', location: path });
  const report = (error: unknown): void => {
    throw error;
  };
  const yieldToEventLoop = () => new Promise<void>((resolve) => setImmediate(resolve));
  const rules = { clock: systemClock, yieldToEventLoop, report, random: () => 0.5 };
  const digests = createDeliveryService({
    present: editionView,
    ...state,
    ...openLibrary(state.articles),
    ...rules,
    scheduleState: state.states('digests'),
    tzdataVersion: 'bench',
  });
  const times: number[] = [];
  for (let tick = 0; tick < 11; tick += 1) {
    const begun = performance.now();
    await digests.tick(new Date());
    times.push(performance.now() - begun);
  }
  await digests.stop();
  await state.close();
  return times.map((ms) => Number(ms.toPrecision(3)));
}

const place = await createPlace();
try {
  const path = join(place.folder, 'state.sqlite');
  await place.put(articles);
  await place.run(['digest'], { env: { STORE_URL: 'sqlite:state.sqlite' } });
  await fill(path, new Date());
  const startMs = Math.round(await measureStart(place));
  // The first program that goes by some rules of zones plans all anew; after that a start finds all planned.
  const [planningTick] = await measureTicks(path);
  const ticks = await measureTicks(path);
  const line = {
    input: 'stored',
    subscriptions: SUBSCRIPTIONS,
    startMs,
    planningTick,
    slowestTick: Math.max(...ticks),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
} finally {
  await place.remove();
}
