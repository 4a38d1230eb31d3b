import { type Call, idOf, type Method } from '../call.ts';
import { FLAG, readEdit, readNewMessage } from '../messages/content.ts';
import type { Posting } from '../messages/posting.ts';
import { serializeMessage } from '../messages/serialize.ts';
import type { Interaction, Message } from '../model.ts';
import { refusal } from '../refusal.ts';
import { SCHEMAS } from '../schemas.ts';
import type { World } from '../world.ts';
import type { Interactions } from './interactions.ts';

interface Deps {
  world: World;
  posting: Posting;
  interactions: Interactions;
}

/** Where only the person has the application: https://discord.com/developers/docs/interactions/receiving-and-responding */
const MAX_FOREIGN_FOLLOW_UPS = 5;
const HOOK = '/webhooks/{webhook_id}/{webhook_token}';

/** The routes for follow-ups to an interaction and for edits of its response. */
export function createFollowUpMethods({ world, posting, interactions }: Deps): Record<string, Method> {
  function hook(call: Call): Interaction {
    const interaction = interactions.byToken(idOf(call, 'webhook_token'));
    if (!interaction || idOf(call, 'webhook_id') !== world.bot.id) throw refusal('unknownWebhook');
    if (interactions.isExpired(interaction)) throw refusal('expired');
    if (interaction.callback === undefined || interaction.kind === 'autocomplete') throw refusal('unknownWebhook');
    if (!world.channels.has(interaction.channelId)) throw refusal('unknownChannel');
    return interaction;
  }

  function messageOf(call: Call, interaction: Interaction): Message {
    const id = call.ids['message_id'] ?? interaction.originalId;
    const known = id === interaction.originalId || interaction.followUpIds.includes(id ?? '');
    const message = world.channelOf(interaction.channelId).messages.get(id ?? '');
    if (!known || !message) throw refusal('unknownMessage');
    return message;
  }

  function fill(call: Call, interaction: Interaction): Message {
    const before = messageOf(call, interaction);
    const content = readEdit(call, { body: call.body, schema: SCHEMAS.editFollowUp }, before);
    if (before.id === interaction.originalId) interaction.loading = false;
    return posting.edit(before, content);
  }

  /** The first follow-up after "thinking…" replaces it, and keeps its visibility. */
  function followUp(call: Call, interaction: Interaction): Message {
    const content = readNewMessage(call, { body: call.body, schema: SCHEMAS.followUp });
    const original = interactions.originalOf(interaction);
    interaction.loading = false;
    if (original && (original.flags & FLAG.loading) !== 0) {
      const flags = (content.flags & ~FLAG.ephemeral) | (original.flags & FLAG.ephemeral);
      return posting.edit(original, { ...content, flags });
    }
    if (interaction.foreign && interaction.followUpIds.length >= MAX_FOREIGN_FOLLOW_UPS)
      throw refusal('tooManyFollowUps');
    const channel = world.channelOf(interaction.channelId);
    const message = posting.post(channel, content, interactions.messageFieldsOf(interaction, content.flags, false));
    interaction.followUpIds.push(message.id);
    return message;
  }

  const get = (call: Call) => serializeMessage(messageOf(call, hook(call)), world);
  const edit = (call: Call) => serializeMessage(fill(call, hook(call)), world);
  const remove = (call: Call) => posting.remove(messageOf(call, hook(call)));
  return {
    [`POST ${HOOK}`]: (call) => serializeMessage(followUp(call, hook(call)), world),
    [`GET ${HOOK}/messages/@original`]: get,
    [`PATCH ${HOOK}/messages/@original`]: edit,
    [`DELETE ${HOOK}/messages/@original`]: remove,
    [`GET ${HOOK}/messages/{message_id}`]: get,
    [`PATCH ${HOOK}/messages/{message_id}`]: edit,
    [`DELETE ${HOOK}/messages/{message_id}`]: remove,
  };
}
