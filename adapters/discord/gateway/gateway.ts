import { Client, Collection, Events, GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js';
import type { Clock } from '../../../src/clock.ts';
import { sleep } from '../../../src/clock.ts';
import {
  type ConnectionReporter,
  createConnectionReporter,
  createConnectionWatchdog,
  type ReportConnection,
} from '../../../src/messaging/connection.ts';
import { type Backoff, exponentialBackoff } from '../../../src/messaging/retry.ts';
import { DiscordFailure, hasKind, toFailure, UNKNOWN_TOKEN } from '../errors.ts';
import { agentsThrough, restThrough } from '../proxy.ts';
import type { DiscordSettings } from '../settings.ts';
import { createGuardedStrategy } from './guarded-strategy.ts';
import type { BuildThrottler } from './share-identifying.ts';

/** The events that the bot handles. It notices a removal that it missed when a delivery is refused. */
const EVENTS = [
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.GuildCreate,
  GatewayDispatchEvents.GuildDelete,
  GatewayDispatchEvents.ChannelDelete,
  GatewayDispatchEvents.ThreadDelete,
  GatewayDispatchEvents.ChannelUpdate,
  GatewayDispatchEvents.GuildRoleUpdate,
  GatewayDispatchEvents.GuildMemberUpdate,
] as const;

export interface GatewayContext extends Omit<DiscordSettings, 'shards'> {
  shard: { id: number; count: number };
  /** Paces new sessions. */
  identifying: BuildThrottler;
  clock: Clock;
  /** Receives Discord's events in order. */
  onEvent(event: (typeof EVENTS)[number], payload: unknown): void;
  report: ReportConnection<DiscordFailure>;
  /** An event failed, or an ended connection did. The bot goes on. */
  onError(error: unknown): void;
}

/**
 * For failures that only the operator can fix. The bot still tries again, because Discord may be wrong, but soon seldom,
 * because Discord limits new sessions and invalid requests.
 */
const REFUSED_BACKOFF: Backoff = { firstMs: 10_000, longestMs: 10 * 60_000 };
const NETWORK_BACKOFF: Backoff = { firstMs: 1000, longestMs: 15_000 };
/** discord.js reconnects twice a second without end; after this long, the bot creates a new connection. */
const GIVE_UP_AFTER_MS = 30_000;
/** discord.js waits five seconds before each new session, which is not worth a report. */
const REPORT_AFTER_MS = 10_000;
const DISCONNECT_TIMEOUT_MS = 2500;

/**
 * Keeps one shard of the bot connected to Discord's gateway until the signal aborts. discord.js resumes a lost connection and replaces an
 * invalid session; after a longer outage or a refused token, a new connection is made.
 */
export async function keepConnected(context: GatewayContext, signal: AbortSignal): Promise<void> {
  const reporter = createConnectionReporter(context.report);
  let failures = 0;
  while (!signal.aborted) {
    const { failure, wasOnline } = await connect(context, reporter, signal);
    if (failure === undefined) return;
    reporter.lost(failure);
    failures = wasOnline ? 1 : failures + 1;
    await sleep(failure.retryAfterMs ?? exponentialBackoff(failures, backoffOf(failure)), context.clock, signal);
  }
}

/** The delays before the next try. */
export function backoffOf(failure: DiscordFailure): Backoff {
  return hasKind(failure, 'other', 'unclear') ? NETWORK_BACKOFF : REFUSED_BACKOFF;
}

/** One connection, until it fails for good. Without a failure, the bot is stopping. */
async function connect(
  { token, clock, onEvent, onError, ...options }: GatewayContext,
  reporter: ConnectionReporter<DiscordFailure>,
  signal: AbortSignal,
): Promise<{ failure: DiscordFailure | undefined; wasOnline: boolean }> {
  let isEnded = false;
  const { promise: ended, resolve: end } = Promise.withResolvers<DiscordFailure | undefined>();
  const onConnectionError = (error: unknown): void => end(toFailure(error));
  const guard = { isEnded: () => isEnded, onEventError: onError, onConnectionError };
  const client = createGatewayClient(options, guard);
  const watchdog = createConnectionWatchdog({
    clock,
    reporter,
    reportAfterMs: REPORT_AFTER_MS,
    giveUpAfterMs: GIVE_UP_AFTER_MS,
    giveUp: end,
    toFailure: toSilenceFailure,
  });
  const stop = (): void => end(undefined);
  signal.addEventListener('abort', stop, { once: true });
  for (const event of EVENTS) client.ws.on(event, (payload: unknown) => onEvent(event, payload));
  client.ws.on(GatewayDispatchEvents.Ready, watchdog.online);
  client.ws.on(GatewayDispatchEvents.Resumed, watchdog.online);
  client.on(Events.ShardReconnecting, watchdog.silent);
  client.on(Events.ShardError, watchdog.failed);
  client.on(Events.Error, watchdog.failed);
  client.on(Events.ShardDisconnect, ({ code }) => end(toCloseFailure(code)));
  client.login(token).catch((error: unknown) => end(toLoginFailure(error)));
  const failure = await ended;
  signal.removeEventListener('abort', stop);
  watchdog.end();
  isEnded = true;
  // Without a network, Discord does not confirm that the connection is closed.
  await Promise.race([client.destroy().catch(onError), sleep(DISCONNECT_TIMEOUT_MS, clock, signal)]);
  return { failure, wasOnline: watchdog.wasOnline() };
}

interface Guard {
  isEnded(): boolean;
  onEventError(error: unknown): void;
  onConnectionError(error: unknown): void;
}

function createGatewayClient(
  { api, proxy, shard, identifying }: Pick<GatewayContext, 'api' | 'proxy' | 'shard' | 'identifying'>,
  { isEnded, ...handlers }: Guard,
): Client {
  const agents = agentsThrough(proxy);
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: createDisabledCache,
    shards: [shard.id],
    shardCount: shard.count,
    rest: { api, version: '10', ...restThrough(proxy) },
    ws: {
      buildIdentifyThrottler: identifying,
      buildStrategy(manager) {
        const { options } = manager;
        const retrieve = options.retrieveSessionInfo.bind(options);
        // discord.js that is destroyed just before it reconnects would still reconnect. A pending promise stops it.
        options.retrieveSessionInfo = (shard) => (isEnded() ? new Promise<never>(() => undefined) : retrieve(shard));
        return createGuardedStrategy(manager, { ...handlers, agents });
      },
    },
  });
}

/** Caches nothing, because every event contains what the bot needs. It is a `Collection`, since discord.js warns of other maps. */
function createDisabledCache(): Collection<string, never> {
  const collection = new Collection<string, never>();
  collection.set = () => collection;
  return collection;
}

/** Close codes after which Discord refuses a new connection: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
const CLOSE_REASONS: Readonly<Record<number, string>> = {
  4010: 'Invalid shard',
  4011: 'Sharding required',
  4012: 'Invalid API version',
  4013: 'Invalid intents',
  4014: 'Disallowed intents',
};

function toCloseFailure(code: number): DiscordFailure {
  if (code === GatewayCloseCodes.AuthenticationFailed) return new DiscordFailure(UNKNOWN_TOKEN);
  const message = `${code} ${CLOSE_REASONS[code] ?? ''}`.trim();
  return new DiscordFailure({ reason: 'busy', kind: 'gateway-closed', message });
}

function toSilenceFailure(error: unknown): DiscordFailure {
  if (error !== undefined) return toFailure(error);
  return new DiscordFailure({ reason: 'busy', message: 'Discord does not answer.' });
}

function toLoginFailure(error: unknown): DiscordFailure {
  const isInvalidToken = error instanceof Error && 'code' in error && error.code === 'TokenInvalid';
  return isInvalidToken ? new DiscordFailure(UNKNOWN_TOKEN) : toFailure(error);
}
