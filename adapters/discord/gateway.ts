import { Client, Collection, Events, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js';
import type { Clock } from '../../src/ports.ts';
import { DiscordFailure, toFailure } from './errors.ts';
import { createNews, type News, watchSilence } from './silence.ts';

/** What Discord tells that the bot listens to. */
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

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** What only the operator can mend is tried again seldom: each new session counts, and refused requests are watched. */
const STOPPED_PAUSE_MS = 10 * 60_000;

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
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    await deps.pause(failure.retryAfterMs ?? (failure.about === 'stopped' ? STOPPED_PAUSE_MS : pauseMs), signal);
  }
}

/** Why a connection could not go on; undefined where it was told to stop. */
interface Outcome {
  failure: DiscordFailure | undefined;
  wasOnline: boolean;
}

/** One connection, with all that discord.js does to keep it. */
async function connect(deps: GatewayDeps, news: News, signal: AbortSignal): Promise<Outcome> {
  const client = createGatewayClient(deps.api);
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
  await client.destroy();
  return { failure, wasOnline: watch.wasOnline() };
}

/** A client that keeps nothing of what Discord tells: what the bot needs of it, it takes as it comes. */
function createGatewayClient(api: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: keepNothing,
    rest: { api, version: '10' },
  });
}

/** A collection of discord.js's own kind: it warns of others for servers, channels and roles, which take most of the memory. */
function keepNothing(): Collection<string, never> {
  const collection = new Collection<string, never>();
  collection.set = () => collection;
  return collection;
}

/** Close codes after which there is no use in trying again: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
function toClosed(code: number): DiscordFailure {
  const message =
    code === 4004 ? 'Discord does not know this token.' : `Discord ended the connection for good (${code}).`;
  return new DiscordFailure({ reason: 'busy', about: 'stopped', message }, undefined);
}

function toNotConnected(error: unknown): DiscordFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'TokenInvalid' ? toClosed(4004) : toFailure(error);
}
