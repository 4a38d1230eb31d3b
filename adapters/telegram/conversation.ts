import type { CommandRequest } from '../../src/chat/request.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { failureView } from '../../src/messaging/failure-view.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import { type Answer, navigate, sendAnswer } from './answer.ts';
import type { Session } from './context.ts';
import { DIGEST, linkTo, toStart } from './deep-link.ts';
import { hasKind, isUnknownRefusal, TelegramFailure } from './errors.ts';
import type { Command, Press } from './read-update.ts';
import { render } from './render/render.ts';
import { callWithRetry } from './retry.ts';

/** Answers a typed command. Rejects with the failure after the user was informed, if that was possible. */
export async function answerCommand(command: Command, session: Session): Promise<void> {
  const { request, message, replyTo, edited, personal } = command;
  const { commands, messageLog } = session;
  const isKnown = request.name === 'start' || commands.some(({ name }) => name === request.name);
  if (!isKnown && !personal) return;
  // Telegram reports an edit also when something else about a message has changed, such as its reactions.
  const isKnownText = await messageLog.isKnownCommand(request.in, message, toTypedCommand(request));
  if (edited && isKnownText) return;
  await messageLog.recordCommand(request.in, message, toTypedCommand(request));
  const about = replyTo === undefined ? undefined : await messageLog.articleOf(request.in, replyTo);
  const answer = await createAnswer(about === undefined ? request : { ...request, about }, session);
  await sendOrReportFailure(() => sendAnswer(answer, command), answer);
}

/**
 * Answers a command that the previous process left unanswered. If it had begun, its work may be done and its answer sent: then
 * the user decides whether to repeat it.
 */
export async function answerLeftCommand(command: Command, session: Session): Promise<void> {
  const { request, message } = command;
  const { messageLog, outbox } = session;
  if (!(await messageLog.isKnownCommand(request.in, message, toTypedCommand(request)))) {
    await answerCommand(command, session);
  } else if ((await messageLog.answerTo(request.in, message)) === undefined) {
    await sendFailure('telegram.unclear', { request, outbox });
  }
}

/** Answers a pressed button. Rejects with the failure after the user was informed, if that was possible. */
export async function answerPress(press: Press, session: Session): Promise<void> {
  if ((await toPrivateLink(press, session)) !== undefined || (await isRefused(press, session))) return;
  const answer = await createAnswer(press.request, session);
  await sendOrReportFailure(() => navigate(answer, press), answer);
}

/** Stops the spinner of a pressed button, and shows the user a notice, if any. A stale press is no error. */
export async function acknowledgePress(press: Press, session: Session, notice?: string): Promise<void> {
  const url = await toPrivateLink(press, session);
  const refused = url === undefined && (await isRefused(press, session));
  const alert = { text: createTranslator(press.request.language)('wrong.adminsOnly'), show_alert: true };
  const shown = refused ? alert : notice !== undefined && { text: notice };
  await answerCallback({ callback_query_id: press.id, ...(url !== undefined && { url }), ...shown }, session);
}

/** An unknown refusal is retried once. */
async function answerCallback(parameters: object, session: Session, refusals = 0): Promise<void> {
  try {
    await callWithRetry('answerCallbackQuery', parameters, session);
  } catch (error) {
    if (hasKind(error, 'stale')) return;
    if (!isUnknownRefusal(error) || refusals > 0) throw error;
    await answerCallback(parameters, session, refusals + 1);
  }
}

async function createAnswer(request: CommandRequest, session: Session): Promise<Answer> {
  const { dispatch, mayManage, typing } = session;
  const work = dispatch({ ...request, mayManage: () => mayManage(request.in, request.by) });
  return { ...session, request, view: await typing(work, request.in) };
}

/** Whether the button is for admins only: other users get an alert, and the message stays as it is. */
async function isRefused({ request }: Press, { commands, mayManage }: Session): Promise<boolean> {
  const isForAdmins = commands.some(({ name, adminsOnly }) => adminsOnly && name === request.name);
  // If Telegram does not respond, the command itself checks it again.
  return isForAdmins && !(await mayManage(request.in, request.by).catch(() => true));
}

/**
 * The link to the user's own chat with the bot, if the button is below a channel's digest: it opens there what it can, else
 * the digest. Buttons of users who may manage the bot in the channel post there.
 */
async function toPrivateLink({ request, message, inChannel }: Press, session: Session): Promise<string | undefined> {
  const { messageLog, me, mayManage } = session;
  if (!inChannel || message === undefined || !(await messageLog.wasPushed(request.in, message))) return undefined;
  const start = toStart(request);
  if (start !== undefined) return linkTo(me.username, start);
  const manages = await mayManage(request.in, request.by).catch(() => false);
  return manages ? undefined : linkTo(me.username, DIGEST);
}

/** Sends a message with a retry button if an answer failed; only once, so that nothing appears twice. */
async function sendOrReportFailure(send: () => Promise<void>, { request, outbox }: Answer): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof TelegramFailure) || error.reason === 'gone' || error.reason === 'forbidden') throw error;
    await sendFailure(error.kind === 'unclear' ? 'telegram.unclear' : 'wrong.unsent', { request, outbox });
    throw error;
  }
}

async function sendFailure(
  words: 'telegram.unclear' | 'wrong.unsent',
  { request, outbox }: Pick<Answer, 'request' | 'outbox'>,
): Promise<void> {
  const t = createTranslator(request.language);
  const view = failureView(t(words, { platform: 'Telegram' }), request, t);
  for (const message of render(view, t)) await outbox.send(message, { to: request.in, priority: 'answer' });
}
