import { createFaults } from '../faults.ts';
import { createWaiting } from '../waiting.ts';
import { type Asked, createAnsweringMethods } from './answering.ts';
import { type Call, Refusal } from './call.ts';
import { createEditingMethods } from './editing.ts';
import type { FaultAction } from './faults.ts';
import { createFlood, type Rates } from './flood.ts';
import { createInspection } from './inspect.ts';
import type { Press, Question } from './model.ts';
import { createPeople } from './people.ts';
import { createPictures } from './pictures.ts';
import { createPlaces } from './places.ts';
import { createProfile } from './profile.ts';
import { createRequestHandler } from './request-handler.ts';
import { createSendingMethods } from './sending.ts';
import { serveCalls } from './server.ts';
import { createUpdates } from './updates.ts';
import { createWorld } from './world.ts';

export interface TelegramOptions {
  token?: string;
  botUsername?: string;
  /** How fast the bot may send; as fast as it likes where nothing is said. */
  rates?: Rates | null;
  /** How long a pressed button and an inline query wait for their answer. */
  callbackTtlMs?: number;
}

export type TelegramEmulator = Awaited<ReturnType<typeof startTelegram>>;

/** Starts a Telegram for one bot, on the loopback address: strict where the real one is, and scripted by the test. */
export async function startTelegram(options: TelegramOptions = {}) {
  const { token = '7000000001:AAEmulatedEmulatedEmulatedEmulated', botUsername = 'gazette_test_bot' } = options;
  const bot = { id: Number.parseInt(token, 10), is_bot: true, first_name: 'Gazette', username: botUsername };
  const world = createWorld(bot);
  const pictures = createPictures();
  const faults = createFaults<FaultAction>();
  const flood = createFlood(options.rates ?? null);
  const waiting = createWaiting();
  const updates = createUpdates(waiting.poke);
  const profile = createProfile(world);
  const presses: Asked<Press>[] = [];
  const questions: Asked<Question>[] = [];
  const calls: Call[] = [];
  const desk = { world, flood, pictures };
  const methods = {
    ...profile.methods,
    ...createSendingMethods(desk),
    ...createEditingMethods(desk),
    ...createAnsweringMethods({ presses, questions, ttlMs: options.callbackTtlMs ?? 15_000 }),
    ...updates.methods,
  };
  const office = createRequestHandler({
    token,
    methods,
    faults,
    flood,
    note: (call) => calls.push(call),
    changed: waiting.poke,
  });
  const server = await serveCalls(office.answer);
  return {
    token,
    bot,
    apiRoot: server.apiRoot,
    async stop(): Promise<void> {
      updates.interrupt();
      await server.stop();
    },
    ...createPlaces(world, updates),
    ...createPeople({ world, updates, presses, questions }),
    /** Delivers any update, also one that Telegram would not make. */
    pushUpdate: updates.push,
    /** Delivers an update once more. */
    redeliver: updates.redeliver,
    /** Something goes wrong with the next requests of a method. */
    fault: faults.add,
    /** The token is no good from now on. */
    revoke(): void {
      office.revoke();
      updates.interrupt(new Refusal(401, 'Unauthorized'));
    },
    /** Somebody else asks for updates with the same token: 409, once. */
    takeOver: updates.takeOver,
    /** A picture that cannot be had from its address. */
    refusePicture: pictures.refuse,
    ...createInspection({ world, calls, presses, questions }),
    waitFor: waiting.waitFor,
    /** The commands that were told for a scope and a language. */
    commandsOf: profile.commandsOf,
    /** How many requests came before the time was over that a 429 had told. */
    earlyRetries: flood.early,
    /** How many updates the bot has not yet confirmed. */
    pendingUpdates: updates.pending,
  };
}
