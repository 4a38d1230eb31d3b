import { type RateLimiter, withRateLimit } from '../../src/messaging/rate-limiter.ts';
import { pauseOnRetryAfter } from '../../src/messaging/retry-after.ts';
import type { Address } from '../../src/subscription/address.ts';
import { type Call, type Envelope, textParameters } from './call.ts';
import type { Client } from './client.ts';
import { hasKind, isUnknownRefusal, TelegramFailure, toFailure } from './errors.ts';
import { toPlainTexts } from './render/plain.ts';
import type { Message } from './render/render.ts';
import { sendAlbum, sendPhoto } from './send-pictures.ts';
import { plainParameters, sendText } from './send-text.ts';
import type { Typing } from './typing.ts';

/** Sends and edits messages at Telegram's pace. Rejects with `TelegramFailure` only. */
export interface Outbox {
  /** The ids of the messages that it became. A picture that cannot be fetched costs neither text nor other pictures. */
  send(message: Message, envelope: Envelope): Promise<number[]>;
  /**
   * Puts a text in place of another one; what is shown already is no error. Rejects as `moved` where the chat has another
   * id by now: its messages have other ids then, too.
   */
  edit(message: Message & { kind: 'text' }, at: Place): Promise<void>;
}

/** Where a message stands: in a chat, or posted through inline mode. */
type Place = { to: Address } & ({ message: number } | { inlineMessage: string });

/** How often a request that certainly had no effect, or may be repeated, is tried again. */
const TRIES = 4;
/** Longer, and whoever asked has gone. */
const MAX_WAIT_MS = 60_000;

/** Sends through `client`; `moved` learns where a group has gone. */
export function createOutbox({ client, pace, typing, moved, report, signal }: OutboxDeps): Outbox {
  const homes = new Map<string, string>();
  const homeOf = (chat: string) => homes.get(chat) ?? chat;

  async function attempt<Result>(call: Call, left = TRIES): Promise<Result> {
    const chat = homeOf(call.to.chat);
    const turn = { chat, priority: call.priority, cost: call.cost };
    const send = () => pauseOnRetryAfter(() => request<Result>(call, chat), { limiter: pace, chat });
    try {
      return await withRateLimit(send, { limiter: pace, turn, signal });
    } catch (cause) {
      const error = toFailure(cause);
      if (error.movedTo !== undefined) {
        homes.set(call.to.chat, error.movedTo);
        moved(call.to, { ...call.to, chat: error.movedTo });
      }
      if (left <= 1 || !mayRepeat(error, call)) throw error;
      return await attempt(call, left - 1);
    }
  }

  async function request<Result>(call: Call, chat: string): Promise<Result> {
    const options = { ...(call.timeoutMs !== undefined && { timeoutMs: call.timeoutMs }), ...(signal && { signal }) };
    if ('inline_message_id' in call.parameters) return await client.call<Result>(call.method, call.parameters, options);
    const parameters = { ...(chat === call.to.chat ? call.parameters : withoutReply(call.parameters)), chat_id: chat };
    const work = client.call<Result>(call.method, parameters, options);
    if (call.priority === 'push') return await work;
    const doing = call.method === 'sendPhoto' || call.method === 'sendMediaGroup' ? 'upload_photo' : 'typing';
    return await typing(work, { ...call.to, chat }, doing);
  }

  const sending = { attempt: <Result>(call: Call) => attempt<Result>(call), report };
  return {
    async send(message, envelope) {
      switch (message.kind) {
        case 'text':
          return await sendText(message, envelope, sending);
        case 'photo':
          return await sendPhoto(message, envelope, sending);
        case 'album':
          return await sendAlbum(message, envelope, sending);
        default:
          return message satisfies never;
      }
    },
    async edit(message, at) {
      const home = homes.get(at.to.chat);
      if (home !== undefined && 'message' in at) throw new TelegramFailure({ reason: 'moved', movedTo: home }, 'moved');
      const which = 'message' in at ? { message_id: at.message } : { inline_message_id: at.inlineMessage };
      try {
        await attempt(editCall(at.to, { ...textParameters(message), ...which }));
      } catch (error) {
        if (hasKind(error, 'same')) return;
        const [plain, ...more] = toPlainTexts(message);
        if (!isUnknownRefusal(error) || plain === undefined || more.length > 0) throw error;
        report(error);
        await attempt(editCall(at.to, { ...plainParameters(plain, message.buttons), ...which }));
      }
    },
  };
}

interface OutboxDeps {
  client: Client;
  pace: RateLimiter;
  /** Shows people that something is being sent. */
  typing: Typing;
  moved(from: Address, to: Address): void;
  /** Receives unexpected refusals of Telegram, also those that a simpler form avoided. */
  report(error: unknown): void;
  /** Gives up what is waiting or on its way. */
  signal?: AbortSignal;
}

/** In a chat that has moved the message answered has another id, and this one may be another's. */
function withoutReply(parameters: object): object {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== 'reply_parameters'));
}

function editCall(to: Address, parameters: object): Call {
  return { method: 'editMessageText', to, priority: 'answer', cost: 1, parameters, repeatable: true };
}

/** Where it is not clear whether a message was sent, sending it again could show it twice. */
function mayRepeat(error: TelegramFailure, { method, repeatable = false, priority }: Call): boolean {
  if (error.movedTo !== undefined) return method !== 'editMessageText';
  if (error.reason !== 'busy' || error.kind === 'stopped') return false;
  if (error.retryAfterMs !== undefined) return priority === 'push' || error.retryAfterMs <= MAX_WAIT_MS;
  return repeatable || error.kind !== 'unclear';
}
