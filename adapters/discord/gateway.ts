import {
  Client,
  Collection,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Clock } from '../../src/clock.ts';
import { DiscordFailure, toFailure } from './errors.ts';
import { createNews, type News, watchSilence } from './silence.ts';

/**
 * What Discord tells that the bot listens to. What happened while it was away it learns from a delivery that is refused.
 */
const HEARD = [
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.GuildCreate,
  GatewayDispatchEvents.GuildDelete,
  GatewayDispatchEvents.ChannelDelete,
  GatewayDispatchEvents.ThreadDelete,
] as const;

export interface GatewayDeps {
  token: string;
  api: string;
  clock: Clock;
  /** Is given what Discord tells, as it tells it and in its order. */
  heard(event: (typeof HEARD)[number], told: unknown): void;
  /** Is told when Discord stops talking, and when it talks again. */
  report(news: 'lost' | 'back', why: DiscordFailure | undefined): void;
  /** Resolves after a while, or at once where the signal says so. */
  pause(forMs: number, signal: AbortSignal): Promise<void>;
}

/**
 * What only the operator can mend is tried again, since Discord has been seen to err, and soon seldom: each new session
 * counts, and refused requests are watched.
 */
const STOPPED = { firstPauseMs: 10_000, longestPauseMs: 10 * 60_000 } as const;
const LOST = { firstPauseMs: 1000, longestPauseMs: 15_000 } as const;

/**
 * Keeps connected to Discord's gateway until told to stop. A lost connection is resumed by discord.js, an invalid session
 * begun anew; losing the network or Discord for longer, and a refused token, are waited out.
 */
export async function keepConnected(deps: GatewayDeps, signal: AbortSignal): Promise<void> {
  const news = createNews(deps.report);
  let failures = 0;
  while (!signal.aborted) {
    const { failure, wasOnline } = await connect(deps, news, signal);
    if (failure === undefined) return;
    news.lost(failure);
    failures = wasOnline ? 1 : failures + 1;
    const { firstPauseMs, longestPauseMs } = failure.about === 'other' || failure.about === 'unclear' ? LOST : STOPPED;
    await deps.pause(failure.retryAfterMs ?? Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1)), signal);
  }
}

const MOST_FAREWELL_MS = 2500;

/** Why a connection could not go on; undefined where it was told to stop. */
interface Outcome {
  failure: DiscordFailure | undefined;
  wasOnline: boolean;
}

/** One connection, with all that discord.js does to keep it. */
async function connect(deps: GatewayDeps, news: News, signal: AbortSignal): Promise<Outcome> {
  let isOver = false;
  const client = createGatewayClient(deps.api, () => isOver);
  const { promise: ended, resolve: end } = Promise.withResolvers<DiscordFailure | undefined>();
  const watch = watchSilence({ clock: deps.clock, news, tooLong: end });
  const stop = (): void => end(undefined);
  signal.addEventListener('abort', stop, { once: true });
  for (const event of HEARD) client.ws.on(event, (told: unknown) => deps.heard(event, told));
  client.ws.on(GatewayDispatchEvents.Ready, watch.heard);
  client.ws.on(GatewayDispatchEvents.Resumed, watch.heard);
  client.on(Events.ShardReconnecting, watch.silent);
  client.on(Events.ShardError, watch.failed);
  client.on(Events.Error, watch.failed);
  client.on(Events.ShardDisconnect, ({ code }) => end(toClosed(code)));
  client.login(deps.token).catch((error: unknown) => end(toNotConnected(error)));
  const failure = await ended;
  signal.removeEventListener('abort', stop);
  watch.end();
  isOver = true;
  // Where the network is gone, Discord's answer to the farewell is not worth waiting for.
  await Promise.race([client.destroy(), deps.pause(MOST_FAREWELL_MS, signal)]);
  return { failure, wasOnline: watch.wasOnline() };
}

/** A client that keeps nothing of what Discord tells: what the bot needs of it, it takes as it comes. */
function createGatewayClient(api: string, isOver: () => boolean): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: keepNothing,
    rest: { api, version: '10' },
    ws: { buildStrategy: (manager) => endingOnce(manager, isOver) },
  });
}

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/**
 * discord.js that is told to end just before it connects again does so all the same, and for ever. Once it is over, it
 * waits for the session that it is to go on with, which never comes.
 */
function endingOnce(manager: Manager, isOver: () => boolean): SimpleShardingStrategy {
  const { options } = manager;
  const retrieve = options.retrieveSessionInfo.bind(options);
  options.retrieveSessionInfo = (shard) => (isOver() ? new Promise<never>(() => undefined) : retrieve(shard));
  return new SimpleShardingStrategy(manager);
}

/** A collection of discord.js's own kind: it warns of others for servers, channels and roles, which take most of the memory. */
function keepNothing(): Collection<string, never> {
  const collection = new Collection<string, never>();
  collection.set = () => collection;
  return collection;
}

const CLOSED: Readonly<Record<number, string>> = {
  4010: 'Invalid shard',
  4011: 'Sharding required',
  4012: 'Invalid API version',
  4013: 'Invalid intents',
  4014: 'Disallowed intents',
};

/** Close codes after which there is no use in trying again: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
function toClosed(code: number): DiscordFailure {
  const told =
    code === 4004
      ? ({ about: 'stopped', message: 'Discord does not know this token.' } as const)
      : ({ about: 'closed', message: `${code} ${CLOSED[code] ?? ''}`.trim() } as const);
  return new DiscordFailure({ reason: 'busy', ...told });
}

function toNotConnected(error: unknown): DiscordFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'TokenInvalid' ? toClosed(4004) : toFailure(error);
}
