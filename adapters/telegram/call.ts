import type { Priority } from '../../src/messaging/rate-limiter.ts';
import type { Address } from '../../src/subscription/address.ts';
import { isLinkable } from './render/linkable.ts';
import type { Message } from './render/render.ts';

/** Where a message goes and how. */
export interface Envelope {
  to: Address;
  priority: Priority;
  silent?: boolean;
  /** The message that this one answers. */
  replyTo?: number;
}

/** A sent message, as Telegram returns it. */
export interface Sent {
  message_id: number;
}

/** A request that makes a message, or changes one. */
export interface Call {
  method: 'sendMessage' | 'sendPhoto' | 'sendMediaGroup' | 'editMessageText';
  to: Address;
  priority: Priority;
  cost: number;
  parameters: object;
  /** Doing it twice is as doing it once. */
  repeatable?: boolean;
  timeoutMs?: number;
}

/** What sending stands on. */
export interface Sending {
  /** Makes the request at Telegram's pace, again where that does no harm. */
  attempt<Result>(call: Call): Promise<Result>;
  /** Receives unexpected refusals of Telegram, also those that a simpler form avoided. */
  report(error: unknown): void;
}

/** The request that sends a text. */
export function textCall(message: Message & { kind: 'text' }, envelope: Envelope): Call {
  return { method: 'sendMessage', ...where(envelope, 1), parameters: { ...textParameters(message), ...how(envelope) } };
}

/** What a request of so many messages has to wait for. */
export function where({ to, priority }: Envelope, cost: number): Pick<Call, 'to' | 'priority' | 'cost'> {
  return { to, priority, cost };
}

/** How its messages are sent. */
export function how({ to, silent, replyTo }: Envelope): object {
  return {
    ...(to.thread !== undefined && { message_thread_id: Number(to.thread) }),
    ...(silent === true && { disable_notification: true }),
    ...(replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}

/** A text as Telegram takes it. */
export function textParameters({ html, preview, buttons }: Message & { kind: 'text' }): object {
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
