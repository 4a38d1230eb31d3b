import { type Call, fieldsOf, idOf, type Method, pageOf } from '../call.ts';
import type { Channel, Message } from '../model.ts';
import { allows, type Permission, toBits } from '../permissions.ts';
import { checkListing, type Quirks } from '../quirks.ts';
import { refusal } from '../refusal.ts';
import { SCHEMAS } from '../schemas.ts';
import type { World } from '../world.ts';
import { FLAG, readEdit, readNewMessage } from './content.ts';
import type { Posting } from './posting.ts';
import { serializeMessage } from './serialize.ts';

export interface MessageMethodDeps {
  world: World;
  posting: Posting;
  /** A new message unarchives its thread. */
  unarchive(thread: Channel): void;
  /** How long a nonce is remembered. */
  nonceMs: number;
  quirks: Quirks;
}

const DM = 1;
const ANNOUNCEMENT = 5;
const TEXT_TYPES = [0, DM, 2, 3, ANNOUNCEMENT, 10, 11, 12, 13];
const CROSSPOSTS = { limit: 10, perMs: 3_600_000 };

/** The routes for messages in channels. */
export function createMessageMethods({
  world,
  posting,
  unarchive,
  nonceMs,
  quirks,
}: MessageMethodDeps): Record<string, Method> {
  const nonces = new Map<string, { at: number; message: Message }>();
  const crossposts = new Map<string, number[]>();

  function own(call: Call): { channel: Channel; message: Message; isOwn: boolean } {
    const channel = world.reach(idOf(call, 'channel_id'));
    const message = world.messageIn(channel, idOf(call, 'message_id'));
    return { channel, message, isOwn: message.author === world.bot };
  }

  function post(call: Call, channel: Channel): Message {
    const body = fieldsOf(call.body);
    checkWritable(world, channel);
    const content = readNewMessage(call, { body, schema: SCHEMAS.createMessage });
    if (content.embeds.length > 0) world.reach(channel.id, 'EmbedLinks');
    if ((content.flags & FLAG.ephemeral) !== 0)
      call.violations.push('ephemeral messages are answers to interactions only');
    const nonce = body['nonce'] as string | number | undefined;
    const known = nonce === undefined ? undefined : nonces.get(String(nonce));
    if (body['enforce_nonce'] === true && known && Date.now() - known.at < nonceMs)
      return world.messageIn(world.channelOf(known.message.channelId), known.message.id);
    checkSlowMode(channel);
    unarchive(channel);
    const flags = content.flags & ~FLAG.ephemeral;
    const message = posting.post(channel, { ...content, flags }, nonce === undefined ? {} : { nonce });
    if (nonce !== undefined) nonces.set(String(nonce), { at: message.sentAt, message });
    return message;
  }

  function countCrosspost(channelId: string): void {
    const now = Date.now();
    const recent = (crossposts.get(channelId) ?? []).filter((at) => at > now - CROSSPOSTS.perMs);
    const [oldest = now] = recent;
    if (recent.length >= CROSSPOSTS.limit)
      throw refusal('tooManyWrites', { retryAfter: (oldest + CROSSPOSTS.perMs - now) / 1000, scope: 'user' });
    crossposts.set(channelId, [...recent, now]);
  }

  return {
    'POST /channels/{channel_id}/messages': (call) =>
      serializeMessage(post(call, world.reach(idOf(call, 'channel_id'))), world),
    'GET /channels/{channel_id}/messages'(call) {
      const channel = world.reach(idOf(call, 'channel_id'));
      if (!allows(world.botPermissions(channel), toBits(['ReadMessageHistory']))) return [];
      checkListing(channel, quirks);
      const after = BigInt(call.query.get('after') ?? 0);
      const limit = pageOf(call, 50);
      const seen = [...channel.messages.values()].filter(({ ephemeralFor }) => ephemeralFor === undefined);
      const later = seen.filter(({ id }) => BigInt(id) > after);
      const page = call.query.has('after') ? later.slice(0, limit) : later.slice(-limit);
      // Only the response to sending a message includes its nonce.
      return page.toReversed().map((message) => ({ ...serializeMessage(message, world), nonce: undefined }));
    },
    'GET /channels/{channel_id}/messages/{message_id}'(call) {
      const channel = world.reach(idOf(call, 'channel_id'), 'ReadMessageHistory');
      return serializeMessage(world.messageIn(channel, idOf(call, 'message_id')), world);
    },
    'PATCH /channels/{channel_id}/messages/{message_id}'(call) {
      const { channel, message, isOwn } = own(call);
      if (!isOwn) throw refusal('otherAuthor');
      if (channel.thread?.archived) throw refusal('archived');
      const content = readEdit(call, { body: call.body, schema: SCHEMAS.editMessage }, message);
      return serializeMessage(posting.edit(message, content), world);
    },
    'DELETE /channels/{channel_id}/messages/{message_id}'(call) {
      const { channel, message, isOwn } = own(call);
      if (!isOwn) world.reach(channel.id, 'ManageMessages');
      if (channel.thread?.archived) throw refusal('archived');
      posting.remove(message);
    },
    'POST /channels/{channel_id}/messages/{message_id}/crosspost'(call) {
      const { channel, message } = own(call);
      if (channel.type !== ANNOUNCEMENT) throw refusal('wrongChannelType');
      world.reach(channel.id, 'SendMessages');
      if ((message.flags & FLAG.crossposted) !== 0) throw refusal('alreadyCrossposted');
      countCrosspost(channel.id);
      return serializeMessage(posting.edit(message, { flags: message.flags | FLAG.crossposted }), world);
    },
  };
}

/** Stricter than Discord, where most bots are exempt. */
function checkSlowMode({ messages, slowModeMs = 0 }: Channel): void {
  const waitMs = ([...messages.values()].at(-1)?.sentAt ?? 0) + slowModeMs - Date.now();
  if (slowModeMs > 0 && waitMs > 0) throw refusal('slowMode', { retryAfter: waitMs / 1000, scope: 'user' });
}

/** Throws if the bot may not write in the channel. */
function checkWritable(world: World, channel: Channel): void {
  if (!TEXT_TYPES.includes(channel.type)) throw refusal('noText');
  if (channel.type === DM && channel.recipients.some(({ closed }) => closed)) throw refusal('closed');
  const needed: Permission = channel.thread ? 'SendMessagesInThreads' : 'SendMessages';
  world.reach(channel.id, needed);
  if (channel.thread?.locked && !allows(world.botPermissions(channel), toBits(['ManageThreads'])))
    throw refusal('locked');
}
