import type { Update } from 'telegraf/types';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import { isolateErrors } from '../../src/messaging/isolate-errors.ts';
import type { KeyedQueue } from '../../src/messaging/keyed-queue.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { PlatformContext } from '../platform.ts';
import { createAccess } from './access.ts';
import type { Client } from './client.ts';
import { meetTelegram, reportNews } from './connect.ts';
import { createConversation } from './conversation.ts';
import { answerInline } from './inline.ts';
import type { MessageLog } from './message-log.ts';
import type { Outbox } from './outbox.ts';
import { pollUpdates } from './polling.ts';
import { type Me, readUpdate } from './read-update.ts';
import { registerCommands } from './register-commands.ts';
import type { Typing } from './typing.ts';

/** A person's next command does not wait longer for the one before: its answer may be lost on the way. */
const COMMAND_PATIENCE_MS = 5000;
/** Longer than a lost edit takes: edits of one message should not overtake each other. */
const PRESS_PATIENCE_MS = 12_000;
const INLINE_PATIENCE_MS = 1000;

/** What the bot needs to serve Telegram. */
export interface ServeDeps extends PlatformContext {
  client: Client;
  outbox: Outbox;
  typing: Typing;
  messageLog: MessageLog;
  queue: KeyedQueue;
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
  signal: AbortSignal;
}

/** Meets Telegram, and answers what people ask there until the signal says to stop. */
export async function serve(deps: ServeDeps): Promise<void> {
  const { client, clock, commands, signal } = deps;
  const me = await meetTelegram(deps);
  if (me === undefined) return;
  // Without its commands registered the bot answers all the same.
  const registered = registerCommands(commands, deps);
  await pollUpdates(
    {
      client,
      handle: createHandler(me, deps),
      report: (news, why) => reportNews(news, why, deps),
      clock,
    },
    signal,
  );
  await registered;
}

/** Handles updates: those of one chat one after the other, those of different chats at once. */
function createHandler(me: Me, deps: ServeDeps): (update: Update) => void {
  const { client, outbox, typing, messageLog, dispatch, queue, commands, language, report, onChatMoved, clock } = deps;
  const names = new Set([...commands.map(({ name }) => name), 'start']);
  const forAdmins = new Set(commands.filter(({ adminsOnly }) => adminsOnly).map(({ name }) => name));
  const conversation = createConversation({
    client,
    clock,
    outbox,
    dispatch,
    mayManage: createAccess(client, clock),
    knows: (name) => names.has(name),
    isForAdmins: (name) => forAdmins.has(name),
    messageLog,
    typing,
    username: me.username,
  });
  const handle = (update: Update) => {
    const incoming = readUpdate(update, { me, language, commands });
    switch (incoming?.kind) {
      case 'command':
        return queue.add(
          keyOf(incoming.request.in, incoming.request.by),
          () => messageLog.once(update, () => conversation.answer(incoming)),
          COMMAND_PATIENCE_MS,
        );
      case 'press':
        queue.add(`spinner ${incoming.id}`, () => conversation.stopSpinner(incoming));
        return queue.add(
          keyOf(incoming.request.in, `message ${incoming.message}`),
          () => messageLog.once(update, () => conversation.press(incoming)),
          PRESS_PATIENCE_MS,
        );
      case 'inline':
        return queue.add(
          `inline ${incoming.by}`,
          () => answerInline(incoming, { client, clock, dispatch, report }),
          INLINE_PATIENCE_MS,
        );
      case 'moved':
        return onChatMoved(incoming.from, incoming.to);
      case 'member':
        return (incoming.isThere ? deps.onBotAdded : deps.onBotRemoved)(incoming.place);
      case undefined:
        return undefined;
      default:
        incoming satisfies never;
        return report(incoming);
    }
  };
  return isolateErrors(handle, report);
}

function keyOf({ chat }: Address, by: string): string {
  return `${chat} ${by}`;
}
