import {
  Client,
  Collection,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Clock } from '../../src/clock.ts';
import { type Backoff, exponentialBackoff } from '../../src/messaging/backoff.ts';
import {
  type ConnectionReporter,
  createConnectionReporter,
  type ReportConnection,
} from '../../src/messaging/connection-reporter.ts';
import { createConnectionWatchdog } from '../../src/messaging/connection-watchdog.ts';
import { sleep } from '../../src/messaging/sleep.ts';
import { DiscordFailure, hasKind, toFailure } from './errors.ts';

/** The events that the bot handles. What it missed while it was offline it learns from a refused delivery. */
const EVENTS = [
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
  /** Receives the events of Discord in order. */
  onEvent(event: (typeof EVENTS)[number], payload: unknown): void;
  /** Receives when the connection is lost, and when it is back. */
  report: ReportConnection<DiscordFailure>;
}

/**
 * What only the operator can mend is tried again, since Discord has been seen to err, and soon seldom: each new session
 * counts, and refused requests are watched.
 */
const STOPPED: Backoff = { firstMs: 10_000, longestMs: 10 * 60_000 };
const LOST: Backoff = { firstMs: 1000, longestMs: 15_000 };
/** discord.js reconnects by itself, twice a second for ever; after this long a new connection is begun. */
const GIVE_UP_AFTER_MS = 30_000;
/** discord.js lets five seconds pass before each new session: that is not worth reporting. */
const REPORT_AFTER_MS = 10_000;

/**
 * Keeps connected to Discord's gateway until the signal aborts. A lost connection is resumed by discord.js, an invalid session
 * begun anew; losing the network or Discord for longer, and a refused token, are waited out.
 */
export async function keepConnected(deps: GatewayDeps, signal: AbortSignal): Promise<void> {
  const reporter = createConnectionReporter(deps.report);
  let failures = 0;
  while (!signal.aborted) {
    const { failure, wasOnline } = await connect(deps, reporter, signal);
    if (failure === undefined) return;
    reporter.lost(failure);
    failures = wasOnline ? 1 : failures + 1;
    const backoff = hasKind(failure, 'other', 'unclear') ? LOST : STOPPED;
    await sleep(failure.retryAfterMs ?? exponentialBackoff(failures, backoff), deps.clock, signal);
  }
}

const MAX_FAREWELL_MS = 2500;

/** Why a connection could not go on; undefined if the bot stops. */
interface Outcome {
  failure: DiscordFailure | undefined;
  wasOnline: boolean;
}

/** One connection, with all that discord.js does to keep it. */
async function connect(
  deps: GatewayDeps,
  reporter: ConnectionReporter<DiscordFailure>,
  signal: AbortSignal,
): Promise<Outcome> {
  let isOver = false;
  const client = createGatewayClient(deps.api, () => isOver);
  const { promise: ended, resolve: end } = Promise.withResolvers<DiscordFailure | undefined>();
  const watchdog = createConnectionWatchdog({
    clock: deps.clock,
    reporter,
    reportAfterMs: REPORT_AFTER_MS,
    giveUpAfterMs: GIVE_UP_AFTER_MS,
    giveUp: end,
    toFailure: toSilence,
  });
  const stop = (): void => end(undefined);
  signal.addEventListener('abort', stop, { once: true });
  for (const event of EVENTS) client.ws.on(event, (payload: unknown) => deps.onEvent(event, payload));
  client.ws.on(GatewayDispatchEvents.Ready, watchdog.online);
  client.ws.on(GatewayDispatchEvents.Resumed, watchdog.online);
  client.on(Events.ShardReconnecting, watchdog.silent);
  client.on(Events.ShardError, watchdog.failed);
  client.on(Events.Error, watchdog.failed);
  client.on(Events.ShardDisconnect, ({ code }) => end(toClosed(code)));
  client.login(deps.token).catch((error: unknown) => end(toNotConnected(error)));
  const failure = await ended;
  signal.removeEventListener('abort', stop);
  watchdog.end();
  isOver = true;
  // Where the network is gone, Discord's answer to the farewell is not worth waiting for.
  await Promise.race([client.destroy(), sleep(MAX_FAREWELL_MS, deps.clock, signal)]);
  return { failure, wasOnline: watchdog.wasOnline() };
}

/** A client without a cache: the bot reads what it needs from each event. */
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
 * discord.js that is ended just before it reconnects does so all the same, and for ever. So after its end it waits for a
 * session to resume, which never comes.
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
  const details =
    code === 4004
      ? ({ kind: 'stopped', message: 'Discord does not know this token.' } as const)
      : ({ kind: 'closed', message: `${code} ${CLOSED[code] ?? ''}`.trim() } as const);
  return new DiscordFailure({ reason: 'busy', ...details });
}

function toSilence(error: unknown): DiscordFailure {
  return error === undefined
    ? new DiscordFailure({ reason: 'busy', message: 'Discord does not answer.' })
    : toFailure(error);
}

function toNotConnected(error: unknown): DiscordFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'TokenInvalid' ? toClosed(4004) : toFailure(error);
}
