import { setMaxListeners } from 'node:events';
import type { Update } from 'telegraf/types';
import type { Pace } from '../../src/chat/pace.ts';
import { createQueue } from '../../src/chat/queue.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { Address, Clock, CommandSpec, Deliverer, DeliverOptions, Dispatch } from '../../src/ports.ts';
import type { View } from '../../src/view/view.ts';
import type { Platform, PlatformContext } from '../platform.ts';
import { createAccess } from './access.ts';
import { type Client, createClient } from './client.ts';
import { meetTelegram, pause, tellNews } from './connect.ts';
import { createConversation } from './conversation.ts';
import { type Me, readUpdate } from './incoming.ts';
import { answerInline } from './inline.ts';
import { createOutbox } from './outbox.ts';
import { createTelegramPace } from './pace.ts';
import { pollUpdates } from './polling.ts';
import { publishProfile } from './publish.ts';
import { render } from './render.ts';
import { createTold } from './told.ts';
import { createTyping, type Typing } from './typing.ts';

const DEFAULT_API_ROOT = 'https://api.telegram.org';
/** What was begun has so long to come to its end when the bot is asked to stop. */
const MOST_STOP_MS = 6000;
/** A person's next command does not wait longer for the one before: its answer may be lost on the way. */
const COMMAND_PATIENCE_MS = 5000;
/** Longer than a lost edit takes: edits of one message should not overtake each other. */
const PRESS_PATIENCE_MS = 12_000;
const INLINE_PATIENCE_MS = 1000;

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
  pace: Pace = createTelegramPace(clock),
): (Platform & Deliverer) | undefined {
  const token = context.env['TELEGRAM_TOKEN']?.trim();
  if (!token) return undefined;
  const client = createClient({ token, apiRoot: context.env['TELEGRAM_API_ROOT']?.trim() || DEFAULT_API_ROOT });
  const typing = createTyping(client, clock.after);
  const { moved, report } = context;
  const givingUp = new AbortController();
  // As many as there are messages waiting.
  setMaxListeners(0, givingUp.signal);
  const outbox = createOutbox({ client, pace, typing, moved, report, signal: givingUp.signal });
  const stopping = new AbortController();
  const queue = createQueue(report, clock.after);
  let running = Promise.resolve();
  return {
    platform: 'telegram',
    // It serves until it is stopped.
    ended: new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve(), { once: true })),
    async start(commands, dispatch) {
      const all = { ...context, client, outbox, typing, queue, commands, dispatch, signal: stopping.signal };
      running = run(all).catch(report);
    },
    async deliver(to, view, options) {
      await deliverParts(to, { view, options }, outbox);
    },
    async stop() {
      stopping.abort();
      await running;
      const done = new AbortController();
      await Promise.race([queue.idle(), pause(MOST_STOP_MS, done.signal)]);
      done.abort();
      givingUp.abort();
      await queue.idle();
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
  typing: Typing;
  queue: ReturnType<typeof createQueue>;
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
  signal: AbortSignal;
}

async function run(all: Running): Promise<void> {
  const { client, commands, signal } = all;
  const me = await meetTelegram(all);
  if (me === undefined) return;
  // Without its commands published the bot answers all the same.
  const published = publishProfile(commands, all);
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

/** Handles updates: those of one chat one after the other, those of different chats at once. */
function createHandler(me: Me, all: Running): (update: Update) => void {
  const { client, outbox, typing, dispatch, queue, commands, states, language, report, moved } = all;
  const names = new Set([...commands.map(({ name }) => name), 'start']);
  const told = createTold(states('telegram'), report);
  const conversation = createConversation({
    client,
    outbox,
    dispatch,
    mayManage: createAccess(client, clock.nowMs),
    knows: (name) => names.has(name),
    told,
    typing,
    username: me.username,
  });
  return (update) => {
    const incoming = readUpdate(update, { me, language });
    switch (incoming?.kind) {
      case 'command':
        return queue.add(
          keyOf(incoming.request.in, incoming.request.by),
          () => told.once(update, () => conversation.answer(incoming)),
          COMMAND_PATIENCE_MS,
        );
      case 'press':
        queue.add(`spinner ${incoming.id}`, () => conversation.stopSpinner(incoming));
        return queue.add(
          keyOf(incoming.request.in, `message ${incoming.message}`),
          () => told.once(update, () => conversation.press(incoming)),
          PRESS_PATIENCE_MS,
        );
      case 'inline':
        return queue.add(
          `inline ${incoming.by}`,
          () => answerInline(incoming, { client, dispatch, report }),
          INLINE_PATIENCE_MS,
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

function keyOf({ chat }: Address, by: string): string {
  return `${chat} ${by}`;
}
