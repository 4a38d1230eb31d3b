import type { CommandRequest } from '../../src/chat/request.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import type { View } from '../../src/view/view.ts';
import type { Session } from './context.ts';
import { linkTo, startOf } from './deep-link.ts';
import { TelegramFailure } from './errors.ts';
import { type Message, render, type TextMessage } from './render/render.ts';
import type { Command, Press } from './updates/read-update.ts';

/** The view that answers a request. */
export interface Answer extends Session {
  view: View;
  request: CommandRequest;
  /** The message that every part of the answer replies to: among replies, only so does it stay in their thread. */
  threadMessage: number | undefined;
}

/** Answers a typed command with messages; the answer to an edited command replaces the previous answer. */
export async function sendAnswer(answer: Answer, { message, edited }: Command): Promise<void> {
  const { view, request, messageLog, threadMessage } = answer;
  const [first, ...rest] = render(view, createTranslator(request.language));
  if (first === undefined) return;
  const earlier = edited ? await messageLog.answerTo(request.in, message) : undefined;
  const isReplaced = earlier !== undefined && first.kind === 'text' && (await edit(first, earlier, answer));
  // In a group, a reply shows who is answered.
  const replyTo = request.in.chat.startsWith('-') ? message : undefined;
  const sent = isReplaced ? earlier : await send(first, answer, replyTo);
  await messageLog.recordAnswer(request.in, message, sent);
  for (const one of rest) await send(one, answer, threadMessage);
}

/**
 * Replaces the message of a pressed button with a view; its pictures follow once, as a reply, and its file each time. Pictures
 * alone replace nothing.
 */
export async function navigate(answer: Answer, { message, inlineMessage }: Press): Promise<void> {
  const { view, request, outbox, messageLog, threadMessage } = answer;
  const messages = render(view, createTranslator(request.language));
  const [first, ...others] = messages.filter((one): one is TextMessage => one.kind === 'text');
  if (first === undefined) return;
  if (inlineMessage !== undefined) {
    await outbox.edit(withBotLink(first, others, answer), { to: request.in, inlineMessage });
    return;
  }
  const isBeside = view.beside === true || (message !== undefined && (await messageLog.wasPushed(request.in, message)));
  if (message !== undefined && isBeside) {
    await sendBelow(messages, answer, message);
    return;
  }
  if (messages[0]?.kind === 'album' && message !== undefined) {
    await messageLog.showOnce(request.in, message, {
      what: toTypedCommand(request),
      work: () => sendBelow(messages, answer, message),
    });
    return;
  }
  if (message === undefined || !(await edit(first, message, answer))) await send(first, answer, threadMessage);
  for (const one of others) await send(one, answer, threadMessage);
  const pictures = messages.filter(({ kind }) => kind === 'photo' || kind === 'album');
  const sendPictures = async () => {
    for (const one of pictures) await send(one, answer, message);
  };
  if (message === undefined) await sendPictures();
  else if (pictures.length > 0)
    await messageLog.showOnce(request.in, message, { what: toTypedCommand(request), work: sendPictures });
  for (const one of messages.filter(({ kind }) => kind === 'document')) await send(one, answer, message);
}

/** Sends messages as replies to one, which stays as it is. */
async function sendBelow(messages: readonly Message[], answer: Answer, message: number): Promise<void> {
  for (const [at, one] of messages.entries()) await send(one, answer, at === 0 ? message : answer.threadMessage);
}

/** Sends a message and records what it shows; its id. */
async function send(message: Message, answer: Answer, replyTo?: number): Promise<number> {
  const { request, view, outbox, messageLog } = answer;
  const to = request.in;
  const sent = await outbox.send(message, {
    to,
    by: request.by,
    priority: 'answer',
    ...(replyTo !== undefined && { replyTo }),
  });
  await messageLog.recordArticle(to, sent, view);
  const [id = 0] = sent;
  await messageLog.recordShown(to, id, message);
  return id;
}

/** Whether the message could be edited: one that is deleted, too old, or of a chat that has moved cannot. */
async function edit(text: TextMessage, message: number, answer: Answer): Promise<boolean> {
  const { request, view, outbox, messageLog } = answer;
  const to = request.in;
  if (await messageLog.isShown(to, message, text)) return true;
  try {
    await outbox.edit(text, { to, message, by: request.by });
  } catch (error) {
    if (error instanceof TelegramFailure && (error.kind === 'no-message' || error.reason === 'moved')) return false;
    throw error;
  }
  await messageLog.recordArticle(to, [message], view);
  await messageLog.recordShown(to, message, text);
  return true;
}

/** Links to the bot's own chat if a view does not fit into a message posted through inline mode. */
function withBotLink(
  first: TextMessage,
  others: readonly TextMessage[],
  { view, me: { username } }: Answer,
): TextMessage {
  const last = others.at(-1);
  if (last === undefined || view.about === undefined) return first;
  const url = linkTo(username, startOf(view.about.article, view.about.section));
  return { ...first, buttons: [...last.buttons, [{ text: `@${username} ↗`, url }]] };
}
