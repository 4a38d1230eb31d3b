import type { Update } from 'telegraf/types';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import { isolateErrors } from '../../src/messaging/isolate-errors.ts';
import { createPersonLimit } from '../../src/messaging/person-limit.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import { createAccess } from './access.ts';
import { meetTelegram, reportConnection } from './connect.ts';
import type { Session, TelegramContext } from './context.ts';
import { acknowledgePress, answerCommand, answerPress } from './conversation.ts';
import { answerInline } from './inline.ts';
import { pollUpdates } from './polling.ts';
import { readUpdate } from './read-update.ts';
import { registerCommands } from './register-commands.ts';

/** A user's next command does not wait longer for the previous one: its answer may be lost on the way. */
const MAX_COMMAND_WAIT_MS = 5000;
/** Longer than a lost edit takes: edits of one message should not overtake each other. */
const MAX_PRESS_WAIT_MS = 12_000;
const MAX_INLINE_WAIT_MS = 1000;

/** Connects to Telegram, and answers users until the signal aborts. */
export async function serve(
  commands: readonly CommandSpec[],
  dispatch: Dispatch,
  context: TelegramContext,
): Promise<void> {
  const me = await meetTelegram(context);
  if (me === undefined) return;
  // Users are answered even while the commands are not registered yet.
  const registered = registerCommands(commands, context);
  const session = { ...context, commands, dispatch, me, mayManage: createAccess(context) };
  const handle = isolateErrors(createHandler(session), context.report);
  await pollUpdates(handle, reportConnection(context), context);
  await registered;
}

/** Updates about the same thing are handled in order, others concurrently. */
function createHandler(session: Session): (update: Update) => void {
  const { queue, messageLog, report } = session;
  const { limit, noticeFor } = createPersonLimit(session.clock);
  const typed = { ...session, dispatch: limit(session.dispatch, 'first') };
  // The answer would replace the message of the button.
  const pressed = { ...session, dispatch: limit(session.dispatch, 'none') };
  return (update) => {
    const incoming = readUpdate(update, session);
    switch (incoming?.kind) {
      case 'command': {
        const { in: at, by } = incoming.request;
        const answer = () => messageLog.once(update, () => answerCommand(incoming, typed));
        const what = [at.thread, incoming.replyTo, toTypedCommand(incoming.request)];
        const merging = incoming.edited ? {} : { mergeKey: JSON.stringify(what) };
        return queue.add(`${at.chat} ${by}`, answer, { maxWaitMs: MAX_COMMAND_WAIT_MS, ...merging });
      }
      case 'press': {
        const answer = () => messageLog.once(update, () => answerPress(incoming, pressed));
        queue.add(`acknowledge ${incoming.id}`, () => acknowledgePress(incoming, session, noticeFor(incoming.request)));
        const { request, message } = incoming;
        const mergeKey = `${request.by} ${toTypedCommand(request)}`;
        return queue.add(`${request.in.chat} message ${message}`, answer, { maxWaitMs: MAX_PRESS_WAIT_MS, mergeKey });
      }
      case 'inline':
        return queue.add(`inline ${incoming.by}`, () => answerInline(incoming, session), {
          maxWaitMs: MAX_INLINE_WAIT_MS,
        });
      case 'moved':
        return session.onChatMoved(incoming.from, incoming.to);
      case 'member':
        return (incoming.isThere ? session.onBotAdded : session.onBotRemoved)(incoming.place);
      case undefined:
        return undefined;
      default:
        incoming satisfies never;
        return report(incoming);
    }
  };
}
