import type { CommandRequest, Dispatch } from '../../src/chat/request.ts';
import type { Clock } from '../../src/clock.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { failureView } from '../../src/messaging/failure-view.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import type { Address } from '../../src/subscription/address.ts';
import { type Answer, navigate, sendAnswer } from './answer.ts';
import { type Client, QUICK } from './client.ts';
import { DIGEST, linkTo, toStart } from './deep-link.ts';
import { hasKind, isUnknownRefusal, TelegramFailure } from './errors.ts';
import type { MessageLog } from './message-log.ts';
import type { Outbox } from './outbox.ts';
import type { Incoming } from './read-update.ts';
import { render } from './render/render.ts';
import { retryRequest } from './retry.ts';
import type { Typing } from './typing.ts';

export interface ConversationDeps {
  client: Client;
  clock: Pick<Clock, 'after'>;
  outbox: Outbox;
  dispatch: Dispatch;
  messageLog: MessageLog;
  /** Shows people that an answer is being made. */
  typing: Typing;
  /** Whether somebody may manage the bot in a chat. */
  mayManage(at: Address, by: string): Promise<boolean>;
  /** Whether there is a command of this name. */
  knows(name: string): boolean;
  /** Whether it is for those alone who may manage the bot. */
  isForAdmins(name: string): boolean;
  username: string;
}

type Pressed = Extract<Incoming, { kind: 'press' }>;

/** Answers what people type and press. Rejects with the failure, after the person was informed where possible. */
export function createConversation(deps: ConversationDeps) {
  return {
    async answer(command: Extract<Incoming, { kind: 'command' }>): Promise<void> {
      if (!deps.knows(command.request.name) && !command.personal) return;
      // Telegram reports an edit also when something else about a message has changed, such as its reactions.
      const isNew = await deps.messageLog.asksAnew(
        command.request.in,
        command.message,
        toTypedCommand(command.request),
      );
      if (command.edited && !isNew) return;
      const request = await withAbout(command, deps.messageLog);
      await sendOrReportFailure(await ask(request, deps), (answer) => sendAnswer(answer, command));
    },
    async press(pressed: Pressed): Promise<void> {
      if ((await linkApart(pressed, deps)) !== undefined || (await isRefused(pressed, deps))) return;
      await sendOrReportFailure(await ask(pressed.request, deps), (answer) => navigate(answer, pressed));
    },
    /** Stops the spinner of a pressed button; at once, however many answers stand in line before its own. */
    stopSpinner: (pressed: Pressed) => stopSpinner(pressed, deps),
  };
}

async function ask(request: CommandRequest, deps: ConversationDeps): Promise<Answer> {
  const { dispatch, mayManage, outbox, messageLog, typing, username } = deps;
  const work = dispatch({ ...request, mayManage: () => mayManage(request.in, request.by) });
  const view = await typing(work, request.in);
  return { view, request, outbox, messageLog, username };
}

/** A reply means the article of the message replied to. */
async function withAbout(
  { request, replyTo }: Extract<Incoming, { kind: 'command' }>,
  messageLog: MessageLog,
): Promise<CommandRequest> {
  const about = replyTo === undefined ? undefined : await messageLog.aboutOf(request.in, replyTo);
  return about === undefined ? request : { ...request, about };
}

/** A stale press is no error; an unknown refusal is retried once. */
async function stopSpinner(pressed: Pressed, deps: ConversationDeps, refusals = 0): Promise<void> {
  const url = await linkApart(pressed, deps);
  const refused = url === undefined && (await isRefused(pressed, deps));
  const text = createTranslator(pressed.request.language)('wrong.adminsOnly');
  const notice = { ...(url !== undefined && { url }), ...(refused && { text, show_alert: true }) };
  const answer = { callback_query_id: pressed.id, ...notice };
  try {
    await retryRequest(() => deps.client.call('answerCallbackQuery', answer, QUICK), deps.clock);
  } catch (error) {
    if (hasKind(error, 'stale')) return;
    if (!isUnknownRefusal(error) || refusals > 0) throw error;
    await stopSpinner(pressed, deps, refusals + 1);
  }
}

/** Whether only admins may press that: anybody else gets an alert, and what the admins opened stays as it is. */
async function isRefused({ request }: Pressed, { isForAdmins, mayManage }: ConversationDeps): Promise<boolean> {
  // If Telegram does not answer, the command itself checks it again.
  return isForAdmins(request.name) && !(await mayManage(request.in, request.by).catch(() => true));
}

/**
 * What somebody opens from a channel's digest is theirs alone: it opens in their own chat with the bot, and what cannot, the
 * digest does. Only who may manage the bot there has it post.
 */
async function linkApart(
  { request, message, inChannel }: Pressed,
  { messageLog, username, mayManage }: ConversationDeps,
): Promise<string | undefined> {
  if (!inChannel || message === undefined || !(await messageLog.wasPushed(request.in, message))) return undefined;
  const start = toStart(request);
  if (start !== undefined) return linkTo(username, start);
  const manages = await mayManage(request.in, request.by).catch(() => false);
  return manages ? undefined : linkTo(username, DIGEST);
}

/** Sends a message with a retry button if an answer failed; only once, so that nothing appears twice. */
async function sendOrReportFailure(answer: Answer, work: (answer: Answer) => Promise<void>): Promise<void> {
  try {
    await work(answer);
  } catch (error) {
    if (!(error instanceof TelegramFailure) || error.reason === 'gone' || error.reason === 'forbidden') throw error;
    const { request, outbox } = answer;
    const t = createTranslator(request.language);
    const words = error.kind === 'unclear' ? t('telegram.unclear') : t('wrong.unsent', { platform: 'Telegram' });
    for (const one of render(failureView(words, request, t), t)) {
      await outbox.send(one, { to: request.in, priority: 'answer' });
    }
    throw error;
  }
}
