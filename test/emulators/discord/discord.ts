import { createFaults } from '../faults.ts';
import { createWaiting } from '../waiting.ts';
import { createAnsweringMethods } from './answering.ts';
import { createAsking } from './asking.ts';
import type { Call } from './call.ts';
import { createCommands } from './commands.ts';
import { createEvents } from './events.ts';
import type { FaultAction } from './faults.ts';
import { createFollowUpMethods } from './follow-ups.ts';
import { createGateway } from './gateway.ts';
import { createInspection } from './inspect.ts';
import { createInteractions } from './interactions.ts';
import { createLimits, type Rates } from './limits.ts';
import { createMessageMethods } from './messages.ts';
import type { User } from './model.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createPosting } from './posting.ts';
import { createProfileMethods } from './profile.ts';
import type { Quirks } from './quirks.ts';
import { createRequestHandler } from './request-handler.ts';
import { createRoutes } from './routes.ts';
import { tellUser, tellWholeGuild } from './serialize.ts';
import { serveCalls } from './server.ts';
import { createThreadMethods } from './threads.ts';
import { createWorld } from './world.ts';

export interface DiscordOptions {
  token?: string;
  botUsername?: string;
  /** How fast requests may come; as fast as they like where nothing is said. */
  rates?: Rates | null;
  /** How long an interaction waits for its first answer. */
  deadlineMs?: number;
  /** How long an interaction's token is good. */
  tokenTtlMs?: number;
  heartbeatMs?: number;
  /** How long a message is known by its nonce. */
  nonceMs?: number;
  /** Privileged intents that the application may ask for; none where nothing is said. */
  privilegedIntents?: number;
  quirks?: Quirks;
}

export type DiscordEmulator = Awaited<ReturnType<typeof startDiscord>>;

const APPLICATION = '1100000000000000001';
const DEADLINE_MS = 3000;
const TOKEN_TTL_MS = 15 * 60_000;
const HEARTBEAT_MS = 41_250;
const NONCE_MS = 5 * 60_000;

/** Starts a Discord for one application, on the loopback address: strict where the real one is, and scripted by the test. */
export async function startDiscord(options: DiscordOptions = {}) {
  const { token: firstToken = 'emulated.discord.token', botUsername = 'gazette', privilegedIntents = 0 } = options;
  const {
    deadlineMs = DEADLINE_MS,
    tokenTtlMs = TOKEN_TTL_MS,
    heartbeatMs = HEARTBEAT_MS,
    nonceMs = NONCE_MS,
    quirks = {},
  } = options;
  const bot: User = { id: APPLICATION, username: botUsername, locale: 'en-US', bot: true };
  let token: string | undefined = firstToken;
  const world = createWorld(bot);
  const { poke: changed, waitFor } = createWaiting();
  const calls: Call[] = [];
  const commands = createCommands(world);
  const faults = createFaults<FaultAction>();
  const limits = createLimits(options.rates ?? null);
  const interactions = createInteractions(world, { deadlineMs, ttlMs: tokenTtlMs });
  const here = () => [...world.guilds.values()].filter(({ state }) => state === 'here');
  const gateway = createGateway({
    token: () => token,
    heartbeatMs,
    privilegedIntents,
    changed,
    ready: () =>
      tellReady(
        bot,
        [...world.guilds.values()].filter(({ state }) => state !== 'foreign'),
      ),
    guilds: () => here().map((guild) => tellWholeGuild(guild, world)),
  });
  const { dispatch } = gateway;
  const posting = createPosting(world, dispatch);
  const places = createPlaces(world, dispatch);
  const happenings = createEvents({ world, posting, dispatch });
  const methods = {
    ...createProfileMethods({ world, gateway, openDm: places.openDm }),
    ...commands.methods,
    ...createMessageMethods({ world, posting, unarchive: happenings.unarchive, nonceMs, quirks }),
    ...createThreadMethods({ world, posting, dispatch }),
    ...createAnsweringMethods({ world, posting, interactions }),
    ...createFollowUpMethods({ world, posting, interactions }),
  };
  const note = (call: Call) => calls.push(call);
  const answer = createRequestHandler({ token: () => token, methods, faults, limits, quirks, note, changed });
  const { server, host, stop } = await serveCalls({ routes: createRoutes(Object.keys(methods)), answer });
  gateway.attach(server, `ws://${host}`);
  return {
    token: firstToken,
    bot,
    /** What discord.js is given as `rest.api`. */
    api: `http://${host}/api`,
    async stop(): Promise<void> {
      gateway.stop();
      await stop();
    },
    ...places,
    ...happenings,
    ...createPeople({ world, commands, ask: createAsking({ world, interactions, dispatch, changed }) }),
    gateway,
    /** Something goes wrong with the next requests of a route. */
    fault: faults.add,
    /** The token is no good from now on. */
    revoke(): void {
      token = undefined;
    },
    ...createInspection({ world, calls, interactions, waitFor }),
    waitFor,
    /** The commands as the bot told them. */
    commands: () => commands.all().map(({ told }) => told),
    /** How many requests came before the time was over that a 429 had told. */
    earlyRetries: limits.early,
  };
}

function tellReady(bot: User, guilds: readonly { id: string }[]): object {
  return {
    v: 10,
    user: { ...tellUser(bot), verified: true, mfa_enabled: false, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    private_channels: [],
    relationships: [],
    shard: [0, 1],
    session_type: 'normal',
    application: { id: bot.id, flags: 0 },
  };
}
