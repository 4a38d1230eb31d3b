import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import { createTranslator } from '../../src/locales/translator.ts';
import type { Address, CommandSpec, Deliverer, DeliverOptions, Dispatch } from '../../src/ports.ts';
import type { View } from '../../src/view/view.ts';
import type { Platform, PlatformContext } from '../platform.ts';
import { createAccess } from './access.ts';
import { type Client, createClient } from './client.ts';
import { createConversation } from './conversation.ts';
import { TelegramFailure } from './errors.ts';
import { type Me, readUpdate } from './incoming.ts';
import { answerInline } from './inline.ts';
import { createOutbox } from './outbox.ts';
import { type Clock, createPace, type Pace } from './pace.ts';
import { pollUpdates } from './polling.ts';
import { publishCommands } from './publish.ts';
import { createQueue } from './queue.ts';
import { render } from './render.ts';
import { createTold } from './told.ts';

const DEFAULT_API_ROOT = 'https://api.telegram.org';
const START_PAUSE_MS = 5000;
const MOST_START_PAUSE_MS = 60_000;
const MOST_STOP_MS = 8000;

const clock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Telegram, by long polling; undefined without `TELEGRAM_TOKEN`. `pace` is what its messages keep to. */
export function createTelegram(
  context: PlatformContext,
  pace: Pace = createPace(clock),
): (Platform & Deliverer) | undefined {
  const token = context.env['TELEGRAM_TOKEN']?.trim();
  if (!token) return undefined;
  const client = createClient({ token, apiRoot: context.env['TELEGRAM_API_ROOT']?.trim() || DEFAULT_API_ROOT });
  const outbox = createOutbox({ client, pace, moved: context.moved });
  const stopping = new AbortController();
  const queue = createQueue(context.report);
  let running = Promise.resolve();
  return {
    platform: 'telegram',
    // It serves until it is stopped.
    ended: new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve(), { once: true })),
    async start(commands, dispatch) {
      const all = { ...context, client, outbox, queue, commands, dispatch, signal: stopping.signal };
      running = run(all).catch((error: unknown) => context.report(error));
    },
    async deliver(to, view, options) {
      await deliverParts(to, { view, options }, outbox);
    },
    async stop() {
      stopping.abort();
      await running;
      // What still waits for its turn after that is given up.
      const done = new AbortController();
      await Promise.race([queue.idle(), pause(MOST_STOP_MS, done.signal)]);
      done.abort();
    },
  };
}

async function deliverParts(
  to: Address,
  { view, options }: { view: View; options: DeliverOptions },
  outbox: ReturnType<typeof createOutbox>,
): Promise<void> {
  const messages = render(view, createTranslator(options.language));
  for (const [part, message] of messages.entries()) {
    if (part < options.done.length) continue;
    const sent = await outbox.send(message, { to, priority: 'push', silent: options.silent });
    await options.sent(part, sent.map(String));
  }
}

interface Running extends PlatformContext {
  client: Client;
  outbox: ReturnType<typeof createOutbox>;
  queue: ReturnType<typeof createQueue>;
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
  signal: AbortSignal;
}

async function run(all: Running): Promise<void> {
  const { client, commands, language, signal } = all;
  const me = await meetTelegram(all);
  if (me === undefined) return;
  // Without its commands published the bot answers all the same.
  const published = retry(() => publishCommands(client, commands, language), all);
  await pollUpdates(
    {
      client,
      handle: createHandler(me, all),
      report: (news, why) => tellNews(news, why, all),
      pause,
    },
    signal,
  );
  await published;
}

/** Who the bot is; asked again until Telegram answers. undefined where it is told to stop before. */
async function meetTelegram(all: Running): Promise<Me | undefined> {
  const { client, language, say } = all;
  const t = createTranslator(language);
  const met = await retry(async () => {
    // A webhook that is still set would keep updates from polling.
    const found = await client.call<{ id: number; username?: string }>('getMe', {});
    await client.call('deleteWebhook', {});
    return { id: found.id, username: found.username ?? '' };
  }, all);
  if (met !== undefined) say(t('telegram.joined', { name: `@${met.username}` }));
  return met;
}

/** Does something until it works; says once that it does not, and again when something else is wrong. */
async function retry<Result>(work: () => Promise<Result>, all: Running): Promise<Result | undefined> {
  let told = '';
  for (let failures = 0; !all.signal.aborted; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TelegramFailure)) throw error;
      if (told !== error.message) tellNews('lost', error, all);
      told = error.message;
      await pause(error.retryAfterMs ?? Math.min(MOST_START_PAUSE_MS, START_PAUSE_MS * 2 ** failures), all.signal);
    }
  }
  return undefined;
}

function tellNews(news: 'lost' | 'back', why: TelegramFailure | undefined, { language, say }: Running): void {
  const t = createTranslator(language);
  say(news === 'back' ? t('telegram.back') : t('telegram.lost', { why: why?.message ?? '' }));
}

/** Handles updates: those of one chat one after the other, those of different chats at once. */
function createHandler(me: Me, all: Running): (update: Update) => void {
  const { client, outbox, dispatch, queue, commands, states, language, report, moved } = all;
  const names = new Set([...commands.map(({ name }) => name), 'start']);
  const told = createTold(states('telegram'));
  const conversation = createConversation({
    client,
    outbox,
    dispatch,
    mayManage: createAccess(client, clock.nowMs),
    knows: (name) => names.has(name),
    told,
    username: me.username,
  });
  return (update) => {
    const incoming = readUpdate(update, { me, language });
    switch (incoming?.kind) {
      case 'command':
        return queue.add(keyOf(incoming.request.in, incoming.request.by), () =>
          told.once(update, () => conversation.answer(incoming)),
        );
      case 'press':
        queue.add(`spinner ${incoming.id}`, () => conversation.stopSpinner(incoming));
        return queue.add(keyOf(incoming.request.in, `message ${incoming.message}`), () =>
          told.once(update, () => conversation.press(incoming)),
        );
      case 'inline':
        return queue.add(`inline ${incoming.by}`, () =>
          answerInline(incoming, { client, dispatch }).catch(ignoreStale),
        );
      case 'moved':
        return moved(incoming.from, incoming.to);
      case undefined:
        return undefined;
      default:
        incoming satisfies never;
        return report(incoming);
    }
  };
}

/** Who typed on meanwhile does not wait for the answer any more. */
function ignoreStale(error: unknown): void {
  if (!(error instanceof TelegramFailure && error.about === 'stale')) throw error;
}

function keyOf({ chat }: Address, by: string): string {
  return `${chat} ${by}`;
}

async function pause(forMs: number, signal: AbortSignal): Promise<void> {
  await sleep(forMs, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
