import { createHash } from 'node:crypto';
import { MessageFlags } from 'discord.js';
import type { Message } from '../render/render.ts';

/** How to show a message. */
export interface MessageOptions {
  /** Only the user of an interaction sees it. */
  ephemeral?: boolean;
  /** Without a notification sound. */
  silent?: boolean;
  /** Replaces the message whose component was used. */
  inPlace?: boolean;
}

/** The body of a request that sends or edits a message. It never mentions anybody. */
export function toBody({ components }: Message, { ephemeral = false, silent = false }: MessageOptions = {}) {
  const flags =
    MessageFlags.IsComponentsV2 |
    (ephemeral ? MessageFlags.Ephemeral : 0) |
    (silent ? MessageFlags.SuppressNotifications : 0);
  return { components, flags, allowed_mentions: { parse: [] } };
}

/** A request that sends or edits a message: its body, and the file to upload. */
export function toPayload(message: Message, options?: MessageOptions) {
  const { file } = message;
  return { body: toBody(message, options), ...(file && { file }) };
}

/** A body with an id for its first component, which Discord stores. */
export function withComponentId<Body extends Pick<Message, 'components'>>(body: Body, id: number): Body {
  return { ...body, components: body.components.map((component, at) => (at === 0 ? { ...component, id } : component)) };
}

/** https://discord.com/developers/docs/resources/message#create-message */
const NONCE_CHARACTERS = 25;

/** The nonce of a message, by which Discord recognises for some minutes that it was sent before. */
export function toNonce(name: string): string {
  return hash(name).toString('base64url').slice(0, NONCE_CHARACTERS);
}

/**
 * The component id of a message, by which it can be found at any time: within Discord's limit, and far from the ids that
 * Discord chooses (https://discord.com/developers/docs/components/reference#anatomy-of-a-component).
 */
export function toComponentId(name: string): number {
  return (hash(name).readUInt32BE() % 2 ** 30) | (2 ** 30);
}

function hash(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}
