import type { CommandRequest } from '../../src/chat/request.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import type { View } from '../../src/view/view.ts';
import { linkTo } from './deep-link.ts';
import { TelegramFailure } from './errors.ts';
import type { MessageLog } from './message-log.ts';
import type { Outbox } from './outbox.ts';
import type { Incoming } from './read-update.ts';
import { type Message, render, type TextMessage } from './render/render.ts';

/** A view on its way to who asked for it. */
export interface Answer {
  view: View;
  request: CommandRequest;
  outbox: Outbox;
  messageLog: MessageLog;
  /** The bot's own name, for links to it. */
  username: string;
}

/** Answers a typed command with messages; the answer to one that was edited takes the place of the one before. */
export async function sendAnswer(
  answer: Answer,
  { message, edited }: Extract<Incoming, { kind: 'command' }>,
): Promise<void> {
  const { request, messageLog } = answer;
  const [first, ...rest] = messagesOf(answer);
  if (first === undefined) return;
  const earlier = edited ? await messageLog.answerTo(request.in, message) : undefined;
  const replaced = earlier !== undefined && first.kind === 'text' && (await edit(first, earlier, answer));
  // In a group it shows who is answered.
  const replyTo = request.in.chat.startsWith('-') ? message : undefined;
  const sent = replaced ? earlier : await send(first, answer, replyTo);
  await messageLog.noteAnswer(request.in, message, sent);
  for (const one of rest) await send(one, answer);
}

/** Shows a view in place of the message whose button was pressed; its pictures follow once, as a reply. */
export async function navigate(answer: Answer, pressed: Extract<Incoming, { kind: 'press' }>): Promise<void> {
  const { message, inlineMessage } = pressed;
  const messages = messagesOf(answer);
  const [first, ...others] = messages.filter((one): one is TextMessage => one.kind === 'text');
  if (first === undefined) return;
  if (inlineMessage !== undefined) {
    await answer.outbox.edit(withWayOut(first, others, answer), { to: answer.request.in, inlineMessage });
    return;
  }
  if (message !== undefined && (await answer.messageLog.wasPushed(answer.request.in, message))) {
    return await sendApart(messages, answer, message);
  }
  if (message === undefined || !(await edit(first, message, answer))) await send(first, answer);
  for (const one of others) await send(one, answer);
  const pictures = messages.filter(({ kind }) => kind !== 'text');
  if (pictures.length > 0) await showPictures(pictures, answer, message);
}

/** What is opened from a message that many read stands below it, and leaves it as it is. */
async function sendApart(messages: readonly Message[], answer: Answer, message: number): Promise<void> {
  for (const [at, one] of messages.entries()) await send(one, answer, at === 0 ? message : undefined);
}

function messagesOf({ view, request }: Answer): Message[] {
  return render(view, createTranslator(request.language));
}

/** Sends and remembers what the message is about; its id. */
async function send(one: Message, { request, view, outbox, messageLog }: Answer, replyTo?: number): Promise<number> {
  const envelope = { to: request.in, priority: 'answer' as const, ...(replyTo !== undefined && { replyTo }) };
  const sent = await outbox.send(one, envelope);
  await messageLog.noteAbout(request.in, sent, view);
  const [id = 0] = sent;
  await messageLog.noteShown(request.in, id, one);
  return id;
}

/** Whether the message could be edited; one that is gone, too old, or left behind by its chat is answered anew instead. */
async function edit(
  first: TextMessage,
  message: number,
  { request, view, outbox, messageLog }: Answer,
): Promise<boolean> {
  if (await messageLog.shows(request.in, message, first)) return true;
  try {
    await outbox.edit(first, { to: request.in, message });
  } catch (error) {
    if (error instanceof TelegramFailure && (error.kind === 'no-message' || error.reason === 'moved')) return false;
    throw error;
  }
  await messageLog.noteAbout(request.in, [message], view);
  await messageLog.noteShown(request.in, message, first);
  return true;
}

/** Sends pictures, unless they were sent at this message today: then they stand above already. */
async function showPictures(pictures: readonly Message[], answer: Answer, message: number | undefined): Promise<void> {
  const work = async () => {
    for (const one of pictures) await send(one, answer, message);
  };
  const { request, messageLog } = answer;
  if (message === undefined) await work();
  else await messageLog.showOnce(request.in, message, { what: toTypedCommand(request), work });
}

/** What does not fit into a message posted through inline mode is read in the bot's own chat. */
function withWayOut(
  first: TextMessage,
  others: readonly TextMessage[],
  { view: { about }, username }: Answer,
): TextMessage {
  const last = others.at(-1);
  if (last === undefined || about === undefined) return first;
  const start = about.section === undefined ? `a_${about.article}` : `a_${about.article}_${about.section}`;
  const wayOut = { text: `@${username} ↗`, url: linkTo(username, start) };
  return { ...first, buttons: [...last.buttons, [wayOut]] };
}
