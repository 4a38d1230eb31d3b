import { type Clock, sleep } from '../../../src/clock.ts';
import type { Priority } from '../../../src/messaging/rate-limits/rate-limited-request.ts';
import type { RateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { withRateLimit } from '../../../src/messaging/rate-limits/with-rate-limit.ts';
import { type Backoff, exponentialBackoff } from '../../../src/messaging/retry.ts';
import { pauseOnRetryAfter } from '../../../src/messaging/retry-after.ts';
import type { Address } from '../../../src/subscription/address.ts';
import { type Client, toTarget } from '../client.ts';
import { hasKind, type TelegramFailure, toFailure } from '../errors.ts';
import type { ChatAction, Typing } from '../typing.ts';

/** Where a message goes and how. */
export interface Envelope {
  to: Address;
  priority: Priority;
  silent?: boolean;
  /** The person who is answered. */
  by?: string;
  /** The message that this one answers. */
  replyTo?: number;
  /** Without the message that it answers, it is not sent. */
  mustReply?: boolean;
}

/** A message that was sent, in Telegram's response. */
export interface Sent {
  message_id: number;
}

/** A request that sends messages or edits one. */
export interface Call {
  method: 'sendMessage' | 'sendPhoto' | 'sendMediaGroup' | 'sendDocument' | 'editMessageText' | 'editMessageCaption';
  envelope: Envelope;
  parameters: object;
  /** How many messages it sends; 1 by default. */
  cost?: number;
  timeoutMs?: number;
  /** How often the request is made in total, if it certainly had no effect or may be repeated; 4 by default. */
  tries?: number;
}

export interface SenderDeps {
  client: Client;
  clock: Pick<Clock, 'after'>;
  limiter: RateLimiter;
  typing: Typing;
  onChatMoved(from: Address, to: Address): void;
  /** Receives unexpected refusals of Telegram, even if a simpler form was accepted. */
  report(error: unknown): void;
  /** Aborts requests that wait or run. */
  signal?: AbortSignal;
}

export type Sender = ReturnType<typeof createSender>;

const TRIES = 4;
/** What people see while a request is under way; typing, by default. */
const ACTIONS: Partial<Record<Call['method'], ChatAction>> = {
  sendPhoto: 'upload_photo',
  sendMediaGroup: 'upload_photo',
  sendDocument: 'upload_document',
};
/** The pauses before a request without an answer is repeated: the network may be back soon. */
const BACKOFF: Backoff = { firstMs: 500, longestMs: 4000 };
/** A user does not wait longer for an answer. A delivery that has to wait longer does so in its queue, which survives a restart. */
export const MAX_WAIT_MS = 60_000;

/** Makes requests within Telegram's rate limits. Rejects with `TelegramFailure` only. */
export function createSender({ client, clock, limiter, typing, onChatMoved, report, signal }: SenderDeps) {
  const movedTo = new Map<string, string>();

  async function request<Result>(call: Call, chat: string): Promise<Result> {
    const { method, timeoutMs, envelope } = call;
    const options = { ...(timeoutMs !== undefined && { timeoutMs }), ...(signal && { signal }) };
    const work = client.call<Result>(method, toParameters(call, chat), options);
    if (envelope.priority !== 'answer' || 'inline_message_id' in call.parameters) return await work;
    return await typing(work, { ...envelope.to, chat }, ACTIONS[method] ?? 'typing');
  }

  async function attemptOnce<Result>(call: Call): Promise<Result> {
    const { to, priority, by } = call.envelope;
    const chat = movedTo.get(to.chat) ?? to.chat;
    const turn = { chat, priority, cost: call.cost ?? 1, ...(by !== undefined && { by }) };
    const send = () => pauseOnRetryAfter(() => request<Result>(call, chat), { limiter, chat });
    return await withRateLimit(send, { limiter, turn, signal });
  }

  /** Repeats a request if that does no harm. */
  async function attempt<Result>(call: Call, failures = 0): Promise<Result> {
    const { to } = call.envelope;
    try {
      return await attemptOnce(call);
    } catch (cause) {
      const error = toFailure(cause);
      if (error.movedTo !== undefined) {
        movedTo.set(to.chat, error.movedTo);
        onChatMoved(to, { ...to, chat: error.movedTo });
      }
      if (error.kind === 'no-thread' && to.thread !== undefined) return await sendAsReply(call, to.thread, error);
      if (failures + 1 >= (call.tries ?? TRIES) || !mayRepeat(error, call)) throw error;
      // The rate limiter itself waits for as long as Telegram asks for.
      const isAsked = error.retryAfterMs !== undefined || error.movedTo !== undefined;
      if (!isAsked) await sleep(exponentialBackoff(failures + 1, BACKOFF), clock, signal);
      return await attempt(call, failures + 1);
    }
  }

  /**
   * Telegram no longer finds old topics of busy forums by their ids, though people write there: a reply lands in the topic
   * (https://github.com/tdlib/telegram-bot-api/issues/596). A private chat may do without its topic.
   */
  async function sendAsReply<Result>(call: Call, thread: string, failure: TelegramFailure): Promise<Result> {
    const { to, replyTo = Number(thread) } = call.envelope;
    const { thread: _, ...chat } = to;
    const envelope = { ...call.envelope, to: chat, replyTo, mustReply: chat.chat.startsWith('-') };
    try {
      return await attempt<Result>({ ...call, envelope });
    } catch (error) {
      throw hasKind(error, 'no-message') ? failure : error;
    }
  }

  return {
    attempt: <Result>(call: Call): Promise<Result> => attempt<Result>(call),
    report,
    /** The new id of a chat that has moved. */
    newIdOf: (chat: string): string | undefined => movedTo.get(chat),
  };
}

/** If it is unclear whether a message was sent, sending it again could show it twice. An edit may be repeated. */
function mayRepeat(error: TelegramFailure, { method }: Call): boolean {
  if (error.movedTo !== undefined) return !isEdit(method);
  if (error.reason !== 'busy' || error.kind === 'stopped') return false;
  if (error.retryAfterMs !== undefined) return error.retryAfterMs <= MAX_WAIT_MS;
  return isEdit(method) || error.kind !== 'unclear';
}

function isEdit(method: Call['method']): boolean {
  return method === 'editMessageText' || method === 'editMessageCaption';
}

/** The parameters of a request, for the chat's current id. telegraf leaves objects out of a form with a file. */
function toParameters({ method, envelope, parameters }: Call, chat: string): object {
  if ('inline_message_id' in parameters) return parameters;
  if (isEdit(method)) return { ...parameters, chat_id: chat };
  const { to, silent, replyTo, mustReply = false } = envelope;
  // The messages of a chat that has moved have other ids.
  const isReply = replyTo !== undefined && chat === to.chat;
  const reply = { message_id: replyTo, allow_sending_without_reply: !mustReply };
  return {
    ...parameters,
    ...toTarget({ ...to, chat }),
    ...(silent === true && { disable_notification: true }),
    ...(isReply && { reply_parameters: method === 'sendDocument' ? JSON.stringify(reply) : reply }),
  };
}
