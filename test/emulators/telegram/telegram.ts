import { createFaults } from '../faults.ts';
import { createWaiting } from '../waiting.ts';
import { type Call, Refusal } from './call.ts';
import { createDocuments } from './documents.ts';
import { createEditingMethods } from './editing.ts';
import type { FaultAction } from './faults.ts';
import { createFlood, type Rates } from './flood.ts';
import { createInspection } from './inspect.ts';
import type { CallbackQuery, InlineQuery } from './model.ts';
import { createPeople } from './people.ts';
import { createPictures } from './pictures.ts';
import { createPlaces } from './places.ts';
import { createProfile } from './profile.ts';
import { createQueryMethods, type Pending } from './query-answers.ts';
import { createRequestHandler } from './request-handler.ts';
import { createSendingMethods } from './sending.ts';
import { serveCalls } from './server.ts';
import { createUpdates, type UpdatesOptions } from './updates.ts';
import { createWorld } from './world.ts';

export interface TelegramOptions extends UpdatesOptions {
  token?: string;
  botUsername?: string;
  /** The rate limits; none by default. */
  rates?: Rates | null;
  /** How long callback and inline queries wait for an answer. */
  callbackTtlMs?: number;
  /** How long a connection may be idle before it is dropped without a word. */
  maxIdleMs?: number;
}

export type TelegramEmulator = Awaited<ReturnType<typeof startTelegram>>;

/** Starts an emulator of the Bot API for one bot, on the loopback address. It is as strict as the real API, and the test controls it. */
export async function startTelegram(options: TelegramOptions = {}) {
  const { token = '7000000001:AAEmulatedEmulatedEmulatedEmulated', botUsername = 'gazette_test_bot' } = options;
  const bot = { id: Number.parseInt(token, 10), is_bot: true, first_name: 'Gazette', username: botUsername };
  const world = createWorld(bot);
  const pictures = createPictures();
  const faults = createFaults<FaultAction>();
  const flood = createFlood(options.rates ?? null);
  const waiting = createWaiting();
  const updates = createUpdates(waiting.notify, options);
  const profile = createProfile(world);
  const documents = createDocuments(world);
  const presses: Pending<CallbackQuery>[] = [];
  const inlineQueries: Pending<InlineQuery>[] = [];
  const calls: Call[] = [];
  const sendingDeps = { world, flood, pictures };
  const methods = {
    ...profile.methods,
    ...createSendingMethods(sendingDeps),
    ...createEditingMethods(sendingDeps),
    ...createQueryMethods({ presses, questions: inlineQueries, ttlMs: options.callbackTtlMs ?? 15_000 }),
    ...updates.methods,
    ...documents.methods,
  };
  const requestHandler = createRequestHandler({
    token,
    methods,
    faults,
    flood,
    note: (call) => calls.push(call),
    changed: waiting.notify,
  });
  const server = await serveCalls(requestHandler.answer, {
    maxIdleMs: options.maxIdleMs,
    fileAt: (path) => documents.textAt(path, token),
  });
  return {
    token,
    bot,
    apiRoot: server.apiRoot,
    async stop(): Promise<void> {
      updates.interrupt();
      updates.webhook.stop();
      await server.stop();
    },
    ...createPlaces(world, updates),
    ...createPeople({ world, updates, presses, questions: inlineQueries }),
    /** Delivers any update, even one that Telegram would not create. */
    pushUpdate: updates.push,
    /** Delivers an update again. */
    redeliver: updates.redeliver,
    /** Makes the next requests to a method fail. */
    fault: faults.add,
    /** Invalidates the token. */
    revoke(): void {
      requestHandler.revoke();
      updates.interrupt(new Refusal(401, 'Unauthorized'));
    },
    /** Another client polls with the same token: one 409. */
    takeOver: updates.takeOver,
    /** Makes Telegram fail to fetch a picture. */
    refusePicture: pictures.refuse,
    resizePicture: pictures.resize,
    ...createInspection({ world, calls, presses, questions: inlineQueries }),
    waitFor: waiting.waitFor,
    /** The commands registered for a scope and a language. */
    commandsOf: profile.commandsOf,
    /** How many requests came before the `retry_after` of a 429 had passed. */
    earlyRetries: flood.early,
    /** The number of unconfirmed updates. */
    pendingUpdates: updates.pending,
    /** The tries to deliver updates to the webhook. */
    webhookTries: updates.webhook.tries,
    /** What the webhook's requests contain to prove where they come from. */
    webhookSecret: updates.webhook.secret,
  };
}
