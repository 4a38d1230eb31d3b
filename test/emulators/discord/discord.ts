import { createFaults } from '../faults.ts';
import { createWaiting } from '../waiting.ts';
import type { Call } from './call.ts';
import type { FaultAction } from './faults.ts';
import { createEvents } from './gateway/events.ts';
import { createGateway } from './gateway/gateway.ts';
import { createInspection } from './inspect.ts';
import { createCommands } from './interactions/commands.ts';
import { createFollowUpMethods } from './interactions/follow-ups.ts';
import { createCallbackMethods } from './interactions/interaction-callback.ts';
import { createInteractions } from './interactions/interactions.ts';
import { createInteractionSender } from './interactions/send-interaction.ts';
import { createLimits, type Rates } from './limits.ts';
import { createMessageMethods } from './messages/messages.ts';
import { createPosting } from './messages/posting.ts';
import { serializeGatewayGuild, serializeUser } from './messages/serialize.ts';
import type { User } from './model.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createProfileMethods } from './profile.ts';
import type { Quirks } from './quirks.ts';
import { createRequestHandler } from './request-handler.ts';
import { createRoutes } from './routes.ts';
import { serveCalls } from './server.ts';
import { createThreadMethods } from './threads.ts';
import { createWorld } from './world.ts';

export interface DiscordOptions {
  token?: string;
  botUsername?: string;
  /** The rate limits; none by default. */
  rates?: Rates | null;
  /** How long an interaction waits for its first response. */
  deadlineMs?: number;
  /** How long an interaction's token is valid. */
  tokenTtlMs?: number;
  heartbeatMs?: number;
  /** How many shards Discord recommends; one by default. */
  recommendedShards?: number;
  /** How long each new session makes others wait; not at all by default. */
  identifyMs?: number;
  /** How many sessions may begin in that time; one by default. */
  maxConcurrency?: number;
  /** How long a nonce is remembered. */
  nonceMs?: number;
  /** The privileged intents that the application may use; none by default. */
  privilegedIntents?: number;
  /** The application has an Activity, which an Entry Point command starts. */
  hasActivity?: boolean;
  quirks?: Quirks;
}

export type DiscordEmulator = Awaited<ReturnType<typeof startDiscord>>;

const APPLICATION = '1100000000000000001';
const DEADLINE_MS = 3000;
const TOKEN_TTL_MS = 15 * 60_000;
const HEARTBEAT_MS = 41_250;
const NONCE_MS = 5 * 60_000;

/** Starts an emulator of Discord for one application, on the loopback address. It is as strict as the real API, and the test controls it. */
export async function startDiscord(options: DiscordOptions = {}) {
  const { token: firstToken = 'emulated.discord.token', botUsername = 'gazette', privilegedIntents = 0 } = options;
  const {
    deadlineMs = DEADLINE_MS,
    tokenTtlMs = TOKEN_TTL_MS,
    heartbeatMs = HEARTBEAT_MS,
    nonceMs = NONCE_MS,
    recommendedShards = 1,
    identifyMs = 0,
    maxConcurrency = 1,
  } = options;
  const quirks: Quirks = { ...options.quirks };
  const bot: User = { id: APPLICATION, username: botUsername, locale: 'en-US', bot: true };
  let token: string | undefined = firstToken;
  const world = createWorld(bot);
  const { notify: changed, waitFor } = createWaiting();
  const calls: Call[] = [];
  const commands = createCommands(world, options);
  const faults = createFaults<FaultAction>();
  const limits = createLimits(options.rates ?? null);
  const interactions = createInteractions(world, { deadlineMs, ttlMs: tokenTtlMs });
  const here = () => [...world.guilds.values()].filter(({ state }) => state === 'here');
  const gateway = createGateway({
    token: () => token,
    heartbeatMs,
    privilegedIntents,
    identifyMs,
    maxConcurrency,
    changed,
    ready: (isOurs) =>
      serializeReady(
        bot,
        [...world.guilds.values()].filter((guild) => guild.state !== 'foreign' && isOurs(guild)),
      ),
    guilds: () => here().map((guild) => ({ ...serializeGatewayGuild(guild, world), id: guild.id })),
  });
  const { dispatch } = gateway;
  const posting = createPosting(world, dispatch);
  const places = createPlaces(world, dispatch);
  const events = createEvents({ world, posting, dispatch });
  const methods = {
    ...createProfileMethods({ world, gateway, openDm: places.openDm, recommendedShards, maxConcurrency }),
    ...commands.methods,
    ...createMessageMethods({ world, posting, unarchive: events.unarchive, nonceMs, quirks }),
    ...createThreadMethods({ world, posting, dispatch }),
    ...createCallbackMethods({ world, posting, interactions }),
    ...createFollowUpMethods({ world, posting, interactions }),
  };
  const note = (call: Call) => calls.push(call);
  const answer = createRequestHandler({ token: () => token, methods, faults, limits, quirks, note, changed });
  const { server, host, stop } = await serveCalls({ routes: createRoutes(Object.keys(methods)), answer });
  gateway.attach(server, `ws://${host}`);
  return {
    token: firstToken,
    bot,
    /** The base address, `rest.api` in discord.js. */
    api: `http://${host}/api`,
    async stop(): Promise<void> {
      gateway.stop();
      await stop();
    },
    ...places,
    ...events,
    ...createPeople({ world, commands, send: createInteractionSender({ world, interactions, dispatch, changed }) }),
    gateway,
    /** Makes the next requests to a route fail. */
    fault: faults.add,
    /** Refuses every message that contains a text. */
    refuseText(text: string, error: { status: number; code: number }): void {
      quirks.refusedText = { text, ...error };
    },
    /** Invalidates the token. */
    revoke(): void {
      token = undefined;
    },
    ...createInspection({ world, calls, interactions, waitFor }),
    waitFor,
    setCommandPermissions: commands.setCommandPermissions,
    /** The commands that the bot registered. */
    commands: () => commands.all().map(({ serialized }) => serialized),
    /** How many requests came before the `retry_after` of a 429 had passed. */
    earlyRetries: limits.early,
  };
}

function serializeReady(bot: User, guilds: readonly { id: string }[]): object {
  return {
    v: 10,
    user: { ...serializeUser(bot), verified: true, mfa_enabled: false, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    private_channels: [],
    relationships: [],
    session_type: 'normal',
    application: { id: bot.id, flags: 0 },
  };
}
