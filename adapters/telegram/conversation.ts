import type { CommandRequest } from '../../src/chat/request.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { failureView } from '../../src/messaging/failure-view.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import { commandLabel } from '../../src/presenters/command-label.ts';
import { messageView } from '../../src/view/message-view.ts';
import { type Answer, navigate, sendAnswer } from './answer.ts';
import type { Session } from './context.ts';
import { DIGEST, linkTo, toStart } from './deep-link.ts';
import { hasKind, isUnknownRefusal, TelegramFailure } from './errors.ts';
import { render } from './render/render.ts';
import { callWithRetry } from './retry.ts';
import type { Command, Press } from './updates/read-update.ts';

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
  const answer = await createAnswer(about === undefined ? command : withArticle(command, about), session);
  try {
    await sendOrReportFailure(() => sendAnswer(answer, command), answer);
  } catch (error) {
    const isForbidden = error instanceof TelegramFailure && error.reason === 'forbidden';
    if (!isForbidden || !(await explainInPrivate(answer))) throw error;
  }
}

/** Tells an admin in private that the bot may not write in their group, if that is possible. Others cannot change it. */
async function explainInPrivate({ request, commands, outbox, access }: Answer): Promise<boolean> {
  const { name, by, language } = request;
  const isForAdmins = commands.some(({ adminsOnly, name: known }) => adminsOnly && known === name);
  if (!isForAdmins || by.startsWith('-') || !(await access.mayManage(request.in, by).catch(() => false))) return false;
  const t = createTranslator(language);
  const view = messageView(t('telegram.mayNotPost', { command: commandLabel(name, language) }));
  try {
    const to = { platform: request.in.platform, chat: by };
    for (const message of render(view, t)) await outbox.send(message, { to, priority: 'answer' });
    return true;
  } catch (error) {
    // Nobody is written to who has never written to the bot, or has blocked it.
    if (error instanceof TelegramFailure && error.reason === 'gone') return false;
    throw error;
  }
}

/**
 * Answers a command that the previous process left unanswered. If it had begun, its work may be done and its answer sent: then
 * the user decides whether to repeat it.
 */
export async function answerLeftCommand(command: Command, session: Session): Promise<void> {
  const { request, message, inReplyThread } = command;
  const { messageLog, outbox } = session;
  if (!(await messageLog.isKnownCommand(request.in, message, toTypedCommand(request)))) {
    await answerCommand(command, session);
  } else if ((await messageLog.answerTo(request.in, message)) === undefined) {
    await sendFailure('telegram.unclear', { request, outbox, threadMessage: inReplyThread ? message : undefined });
  }
}

/** Introduces the bot in a group. Where it may not write, or was removed again, nobody misses that. */
export async function introduce(request: CommandRequest, { dispatch, access, outbox }: Session): Promise<void> {
  const view = await dispatch({ ...request, mayManage: () => access.mayManage(request.in, request.by) });
  const t = createTranslator(request.language);
  try {
    for (const message of render(view, t)) await outbox.send(message, { to: request.in, priority: 'answer' });
  } catch (error) {
    if (!(error instanceof TelegramFailure && (error.reason === 'gone' || error.reason === 'forbidden'))) throw error;
  }
}

/** Answers a pressed button. Rejects with the failure after the user was informed, if that was possible. */
export async function answerPress(press: Press, session: Session): Promise<void> {
  if ((await isRefused(press, session)) || (await toPrivateLink(press, session)) !== undefined) return;
  const answer = await createAnswer(press, session);
  await sendOrReportFailure(() => navigate(answer, press), answer);
}

/** Stops the spinner of a pressed button, and shows the user a notice, if any. A stale press is no error. */
export async function acknowledgePress(press: Press, session: Session, notice?: string): Promise<void> {
  const refused = await isRefused(press, session);
  const url = refused ? undefined : await toPrivateLink(press, session);
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

function withArticle(command: Command, about: string): Command {
  return { ...command, request: { ...command.request, about } };
}

async function createAnswer(incoming: Command | Press, session: Session): Promise<Answer> {
  const { request, message, inReplyThread } = incoming;
  const { dispatch, access, typing, readDocument } = session;
  const document = incoming.kind === 'command' ? incoming.document : undefined;
  const work = dispatch({
    ...request,
    ...(document && { file: readDocument(document) }),
    mayManage: () => access.mayManage(request.in, request.by),
  });
  const view = await typing(work, request.in);
  return { ...session, request, view, threadMessage: inReplyThread ? message : undefined };
}

/** Whether the button is for admins only: other users get an alert, and the message stays as it is. */
async function isRefused({ request }: Press, { commands, access }: Session): Promise<boolean> {
  const isForAdmins = commands.some(({ name, adminsOnly }) => adminsOnly && name === request.name);
  // If Telegram does not respond, the command itself checks it again.
  return isForAdmins && !(await access.mayManage(request.in, request.by).catch(() => true));
}

/**
 * The link to the user's own chat with the bot, if a reader of a channel pressed a button there: it opens there what it can,
 * else the digest. Readers never change what the bot posted; the buttons of users who may manage the bot in the channel do,
 * except where its subscribers expect the digest.
 */
async function toPrivateLink(press: Press, session: Session): Promise<string | undefined> {
  const { request, message, inChannel, inlineMessage } = press;
  const { commands, messageLog, me, access } = session;
  const start = toStart(request);
  const isForAsker = commands.some(({ name, forAsker }) => forAsker && name === request.name);
  // In a chat that is not the person's own, the answer would be for everybody.
  if (start !== undefined && isForAsker && (inChannel || inlineMessage !== undefined))
    return linkTo(me.username, start);
  if (!inChannel) return undefined;
  const isBelowDigest = message !== undefined && (await messageLog.wasPushed(request.in, message));
  if (start === undefined || !isBelowDigest) {
    const manages = await access.mayManage(request.in, request.by).catch(() => false);
    if (manages) return undefined;
  }
  return linkTo(me.username, start ?? DIGEST);
}

/** Sends a message with a retry button if an answer failed; only once, so that nothing appears twice. */
async function sendOrReportFailure(send: () => Promise<void>, answer: Answer): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof TelegramFailure) || error.reason === 'gone' || error.reason === 'forbidden') throw error;
    await sendFailure(error.kind === 'unclear' ? 'telegram.unclear' : 'wrong.unsent', answer);
    throw error;
  }
}

async function sendFailure(
  words: 'telegram.unclear' | 'wrong.unsent',
  { request, outbox, threadMessage }: Pick<Answer, 'request' | 'outbox' | 'threadMessage'>,
): Promise<void> {
  const t = createTranslator(request.language);
  const view = failureView(t(words, { platform: 'Telegram' }), request, t);
  const reply = threadMessage === undefined ? {} : { replyTo: threadMessage };
  for (const message of render(view, t)) await outbox.send(message, { to: request.in, priority: 'answer', ...reply });
}
