import type { Update } from 'telegraf/types';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import { isolateErrors } from '../../src/messaging/isolate-errors.ts';
import { createPersonLimit, type PersonLimit } from '../../src/messaging/rate-limits/person-limit.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import { createAccess } from './access.ts';
import { meetTelegram, reportConnection } from './connect.ts';
import type { Session, TelegramContext } from './context.ts';
import { acknowledgePress, answerCommand, answerLeftCommand, answerPress, introduce } from './conversation.ts';
import { answerInline } from './inline.ts';
import { registerCommands } from './register-commands.ts';
import { createPollWatchdog } from './updates/poll-watchdog.ts';
import { pollUpdates } from './updates/polling.ts';
import { type Incoming, readUpdate } from './updates/read-update.ts';
import { receiveWebhook } from './updates/webhook.ts';

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
  const session = { ...context, commands, dispatch, me, access: createAccess(context) };
  const receive = createReceiver(session);
  const hear = (signal: AbortSignal) => takeUpdates(receive, { ...context, signal });
  // Telegram gives each update to whoever polls, so only one process may; a webhook hands them to any.
  if (context.webhook === undefined) await context.lead(`telegram ${me.id}`, hear, context);
  else await hear(context.signal);
  await registered;
}

/** Polls, or listens at the webhook, until the signal aborts. What was left unanswered comes first. */
async function takeUpdates(receive: ReturnType<typeof createReceiver>, context: TelegramContext): Promise<void> {
  const { inbox, webhook } = context;
  await receive(await inbox.takeLeft(), answerLeftCommand);
  const answer = (updates: readonly Update[]) => receive(updates, answerCommand);
  if (webhook !== undefined) return await receiveWebhook(answer, reportConnection(context), { ...context, ...webhook });
  const watchdog = createPollWatchdog(context);
  await pollUpdates(answer, reportConnection(context), { ...context, watchdog });
  watchdog.end();
}

interface Received {
  update: Update;
  incoming: Incoming;
}

/** How commands are dispatched and answered: those of now, or those that a process left when it died. */
interface Answering {
  answer: typeof answerCommand;
  typed: Session;
  pressed: Session;
  noticeFor: PersonLimit['noticeFor'];
}

/** Starts to handle updates; resolves once they cannot be lost any more. A malformed update is reported, and delays no other. */
function createReceiver(session: Session) {
  const { dispatch, report } = session;
  const { limit, noticeFor } = createPersonLimit(session);
  const typed = { ...session, dispatch: limit(dispatch, 'first') };
  // The answer would replace the message of the button.
  const pressed = { ...session, dispatch: limit(dispatch, 'none') };
  return async (updates: readonly Update[], answer: typeof answerCommand): Promise<void> => {
    const received: Received[] = [];
    const read = isolateErrors((update: Update) => {
      const incoming = readUpdate(update, session);
      if (incoming !== undefined) received.push({ update, incoming });
    }, report);
    for (const update of updates) read(update);
    const commands = received.filter(({ incoming }) => incoming.kind === 'command');
    await session.inbox.add(commands.map(({ update }) => update));
    const answering = { answer, typed, pressed, noticeFor };
    const handle = isolateErrors((one: Received) => handleUpdate(one, session, answering), report);
    for (const one of received) handle(one);
  };
}

/** Updates about the same thing are handled in order, others concurrently. */
function handleUpdate({ update, incoming }: Received, session: Session, answering: Answering): void {
  switch (incoming.kind) {
    case 'command':
      handleCommand({ update, incoming }, session, answering);
      break;
    case 'press':
      handlePress({ update, incoming }, session, answering);
      break;
    case 'inline': {
      const answer = () => answerInline(incoming, session);
      session.queue.add(`inline ${incoming.by}`, answer, { maxWaitMs: MAX_INLINE_WAIT_MS });
      break;
    }
    case 'moved':
      session.onChatMoved(incoming.from, incoming.to);
      break;
    case 'member':
      handleMembership({ update, incoming }, session);
      break;
    case 'rights':
      session.access.forget(incoming.in, incoming.of);
      break;
    default:
      incoming satisfies never;
      session.report(incoming);
  }
}

type Of<Kind> = Received & { incoming: Extract<Incoming, { kind: Kind }> };

function handleCommand(
  { update, incoming }: Of<'command'>,
  { queue, messageLog, inbox, report }: Session,
  { answer, typed }: Answering,
): void {
  const { in: at, by } = incoming.request;
  const work = async () => {
    try {
      await messageLog.once(update, () => answer(incoming, typed));
    } finally {
      await inbox.remove(update);
    }
  };
  const what = [at.thread, incoming.replyTo, incoming.document?.id, toTypedCommand(incoming.request)];
  const merging = incoming.edited ? {} : { mergeKey: JSON.stringify(what) };
  const isAdded = queue.add(`${at.chat} ${by}`, work, { maxWaitMs: MAX_COMMAND_WAIT_MS, ...merging });
  if (!isAdded) void inbox.remove(update).catch(report);
}

function handleMembership({ update, incoming }: Of<'member'>, session: Session): void {
  const { place, isThere, introduction } = incoming;
  (isThere ? session.onAccessChanged : session.onBotRemoved)(place);
  if (introduction === undefined) return;
  const work = () => session.messageLog.once(update, () => introduce(introduction, session));
  session.queue.add(`${introduction.in.chat} introduction`, work);
}

function handlePress({ update, incoming }: Of<'press'>, session: Session, { pressed, noticeFor }: Answering): void {
  const { queue, messageLog } = session;
  const { request, message } = incoming;
  const work = () => messageLog.once(update, () => answerPress(incoming, pressed));
  queue.add(`acknowledge ${incoming.id}`, () => acknowledgePress(incoming, session, noticeFor(request)));
  const mergeKey = `${request.by} ${toTypedCommand(request)}`;
  queue.add(`${request.in.chat} message ${message}`, work, { maxWaitMs: MAX_PRESS_WAIT_MS, mergeKey });
}
