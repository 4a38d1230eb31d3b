import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openState } from '../../adapters/stores.ts';
import type { State } from '../../src/state.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import { type DiscordOptions, startDiscord } from '../emulators/discord/discord.ts';
import { startTelegram } from '../emulators/telegram/telegram.ts';
import { createPlace, type Place } from '../end-to-end/process.ts';
import { articles } from './articles.ts';
import { addSpots, type Platforms, type Spot } from './places.ts';
import { editionAt, subscribeAll } from './subscribe.ts';

const DISCORD_TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';
const LOOK_MS = 100;
const PATIENCE_MS = 120_000;
/** Three parts at ten a second: a third of what a bot may send. */
const PER_EDITION_MS = 300;

/** Fresh platforms, and a fresh bot whose subscriptions are all due. */
export interface Round {
  platforms: Platforms;
  place: Place;
  state: State;
  spots: readonly Spot[];
  /** The edition of each spot. */
  editions: readonly string[];
  isDone(): Promise<boolean>;
  /** Resolves when all editions have ended. */
  done(): Promise<void>;
  end(): Promise<void>;
}

interface RoundOptions {
  spots: number;
  slot: Date;
  told?: Partial<Subscription>;
  discord?: DiscordOptions;
  /** A database, instead of a file beside the snapshots. */
  database?: { scheme: 'postgres' | 'redis'; url: string };
}

/** Prepares a round. Whoever begins it ends it. */
export async function beginRound({ spots: count, slot, told, discord, database }: RoundOptions): Promise<Round> {
  const platforms = {
    telegram: await startTelegram(),
    discord: await startDiscord({ token: DISCORD_TOKEN, ...discord }),
  };
  const place = await createPlace();
  await place.put(articles);
  await place.run(['digest'], { env: { STORE_URL: database?.url ?? 'sqlite:state.sqlite' } });
  const spots = addSpots(platforms, count);
  const file = { scheme: 'sqlite', location: join(place.folder, 'state.sqlite') } as const;
  const state = await openState(database === undefined ? file : { ...database, location: database.url });
  const ids = await subscribeAll(
    spots.map(({ to }) => to),
    { slot, told },
    state.subscriptions,
  );
  const editions = ids.map((id) => editionAt(id, slot));
  async function isDone(): Promise<boolean> {
    const [due, { waiting }] = await Promise.all([state.subscriptions.due(slot, 1), state.deliveries.backlog()]);
    return due.length === 0 && waiting === 0;
  }
  return {
    platforms,
    place,
    state,
    spots,
    editions,
    isDone,
    async done() {
      const until = Date.now() + PATIENCE_MS + count * PER_EDITION_MS;
      while (!(await isDone())) {
        if (Date.now() > until) throw new Error(`Not done: ${JSON.stringify(await state.deliveries.backlog())}`);
        await sleep(LOOK_MS);
      }
    },
    async end() {
      await state.close();
      await Promise.all([platforms.telegram.stop(), platforms.discord.stop()]);
      await place.remove();
    },
  };
}
