import type { Address } from '../../src/ports.ts';
import type { Picture } from '../../src/view/view.ts';
import type { Client } from './client.ts';
import { TelegramFailure } from './errors.ts';
import { escapeHtml } from './html.ts';
import { isLinkable } from './linkable.ts';
import type { Pace, Priority } from './pace.ts';
import type { Message } from './render.ts';

/** Where a message goes and how. */
export interface Envelope {
  to: Address;
  priority: Priority;
  silent?: boolean;
  /** The message that this one answers. */
  replyTo?: number;
}

/** Sends and edits messages at Telegram's pace. Rejects with `TelegramFailure` only. */
export interface Outbox {
  /** The ids of the messages that it became. A picture that cannot be fetched costs neither text nor other pictures. */
  send(message: Message, envelope: Envelope): Promise<number[]>;
  /** Puts a text in place of another one; what is shown already is no error. */
  edit(message: Message & { kind: 'text' }, at: Place): Promise<void>;
}

/** Where a message stands: in a chat, or posted through inline mode. */
type Place = { to: Address } & ({ message: number } | { inlineMessage: string });

interface Sent {
  message_id: number;
}

/** How often a request that certainly had no effect, or may be repeated, is tried again. */
const TRIES = 4;
/** Longer, and whoever asked has gone. */
const MOST_WAIT_MS = 60_000;
/** Telegram fetches the pictures of a message before it answers. */
const PICTURE_TIMEOUT_MS = 60_000;

/** Sends through `client`; `moved` learns where a group has gone. */
export function createOutbox({ client, pace, moved }: OutboxDeps): Outbox {
  const homes = new Map<string, string>();
  const homeOf = (chat: string) => homes.get(chat) ?? chat;

  async function attempt<Result>(call: Call, left = TRIES): Promise<Result> {
    const chat = homeOf(call.to.chat);
    await pace.wait({ chat, priority: call.priority, cost: call.cost });
    try {
      const place = 'inline_message_id' in call.parameters ? {} : { chat_id: chat };
      return await client.call<Result>(call.method, { ...call.parameters, ...place }, call);
    } catch (error) {
      if (!(error instanceof TelegramFailure)) throw error;
      if (error.movedTo !== undefined) {
        homes.set(call.to.chat, error.movedTo);
        moved(call.to, { ...call.to, chat: error.movedTo });
      } else if (error.retryAfterMs !== undefined) pace.pause(chat, error.retryAfterMs);
      if (left <= 1 || !mayRepeat(error, call)) throw error;
      return await attempt(call, left - 1);
    }
  }

  return {
    async send(message, envelope) {
      switch (message.kind) {
        case 'text':
          return [(await attempt<Sent>(textCall(message, envelope))).message_id];
        case 'photo':
          return await sendPhoto(message, envelope, attempt);
        case 'album':
          return await sendAlbum(message, envelope, attempt);
        default:
          return message satisfies never;
      }
    },
    async edit(message, at) {
      const which = 'message' in at ? { message_id: at.message } : { inline_message_id: at.inlineMessage };
      const parameters = { ...textParameters(message), ...which };
      const call: Call = {
        method: 'editMessageText',
        to: at.to,
        priority: 'answer',
        cost: 1,
        parameters,
        repeatable: true,
      };
      await attempt(call).catch((error: unknown) => {
        if (!(error instanceof TelegramFailure && error.about === 'same')) throw error;
      });
    },
  };
}

interface OutboxDeps {
  client: Client;
  pace: Pace;
  moved(from: Address, to: Address): void;
}

interface Call {
  method: 'sendMessage' | 'sendPhoto' | 'sendMediaGroup' | 'editMessageText';
  to: Address;
  priority: Priority;
  cost: number;
  parameters: object;
  /** Doing it twice is as doing it once. */
  repeatable?: boolean;
  timeoutMs?: number;
}

type Attempt = <Result>(call: Call) => Promise<Result>;

/** Where it is not clear whether a message was sent, sending it again could show it twice. */
function mayRepeat(error: TelegramFailure, { repeatable = false, priority }: Call): boolean {
  if (error.movedTo !== undefined) return true;
  if (error.reason !== 'busy' || error.about === 'stopped') return false;
  if (error.retryAfterMs !== undefined) return priority === 'push' || error.retryAfterMs <= MOST_WAIT_MS;
  return repeatable || error.about !== 'unclear';
}

function textCall(message: Message & { kind: 'text' }, envelope: Envelope): Call {
  return { method: 'sendMessage', ...where(envelope, 1), parameters: { ...textParameters(message), ...how(envelope) } };
}

function where({ to, priority }: Envelope, cost: number): Pick<Call, 'to' | 'priority' | 'cost'> {
  return { to, priority, cost };
}

function how({ to, silent, replyTo }: Envelope): object {
  return {
    ...(to.thread !== undefined && { message_thread_id: Number(to.thread) }),
    ...(silent === true && { disable_notification: true }),
    ...(replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}

function textParameters({ html, preview, buttons }: Message & { kind: 'text' }): object {
  return {
    text: html,
    parse_mode: 'HTML',
    link_preview_options:
      preview === null || !isLinkable(preview)
        ? { is_disabled: true }
        : { url: preview, prefer_large_media: true, show_above_text: true },
    ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons } }),
  };
}

/** Every address that a picture can be fetched from, best first. */
function addressesOf({ url, fallbacks }: Picture): string[] {
  return [url, ...fallbacks].filter(isLinkable);
}

async function sendPhoto(
  { picture, html }: Message & { kind: 'photo' },
  envelope: Envelope,
  attempt: Attempt,
): Promise<number[]> {
  for (const photo of addressesOf(picture).slice(0, TRIES)) {
    const parameters = { photo, caption: html, parse_mode: 'HTML', ...how(envelope) };
    const call: Call = { method: 'sendPhoto', ...where(envelope, 1), parameters, timeoutMs: PICTURE_TIMEOUT_MS };
    try {
      return [(await attempt<Sent>(call)).message_id];
    } catch (error) {
      if (isUnknownRefusal(error)) break;
      if (!isPictureFault(error)) throw error;
    }
  }
  return await sendInstead(html || linkTo(picture.url), envelope, attempt);
}

/** An album; a picture that cannot be fetched is tried from its other addresses, then left out and linked. */
async function sendAlbum(
  { pictures, html }: Message & { kind: 'album' },
  envelope: Envelope,
  attempt: Attempt,
): Promise<number[]> {
  const left = pictures
    .map((picture) => ({ addresses: addressesOf(picture) }))
    .filter(({ addresses }) => addresses.length > 0);
  for (let tries = pictures.length * TRIES; left.length > 1 && tries > 0; tries -= 1) {
    try {
      const sent = await attempt<Sent[]>(
        albumCall(
          left.map(({ addresses }) => addresses[0] ?? ''),
          html,
          envelope,
        ),
      );
      return sent.map(({ message_id }) => message_id);
    } catch (error) {
      if (isUnknownRefusal(error)) return await sendInstead(html, envelope, attempt);
      if (!isPictureFault(error)) throw error;
      const at = Math.min((error as TelegramFailure).item ?? 1, left.length) - 1;
      left[at]?.addresses.shift();
      if (left[at]?.addresses.length === 0) left.splice(at, 1);
    }
  }
  const [only] = left;
  const [url, ...fallbacks] = only?.addresses ?? [];
  if (url === undefined) return await sendInstead(html, envelope, attempt);
  const picture = { url, fallbacks, alt: '', caption: null, credit: null };
  return await sendPhoto({ kind: 'photo', picture, html }, envelope, attempt);
}

function albumCall(addresses: readonly string[], html: string, envelope: Envelope): Call {
  const media = addresses.map((address, at) => ({
    type: 'photo',
    media: address,
    ...(at === 0 && { caption: html, parse_mode: 'HTML' }),
  }));
  const parameters = { media, ...how(envelope) };
  return { method: 'sendMediaGroup', ...where(envelope, media.length), parameters, timeoutMs: PICTURE_TIMEOUT_MS };
}

function isPictureFault(error: unknown): boolean {
  return error instanceof TelegramFailure && error.about === 'picture';
}

/** Refused for a reason that is not known yet: without the picture at least its words and address arrive. */
function isUnknownRefusal(error: unknown): boolean {
  return error instanceof TelegramFailure && error.reason === 'refused' && error.about === 'other';
}

async function sendInstead(html: string, envelope: Envelope, attempt: Attempt): Promise<number[]> {
  const call = textCall({ kind: 'text', html, preview: null, buttons: [] }, envelope);
  return [(await attempt<Sent>(call)).message_id];
}

function linkTo(url: string): string {
  return isLinkable(url) ? `<a href="${escapeHtml(url)}">🖼</a>` : escapeHtml(url);
}
