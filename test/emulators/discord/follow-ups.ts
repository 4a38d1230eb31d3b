import { type Call, idOf, type Method } from './call.ts';
import { FLAG, readEdit, readNewMessage } from './content.ts';
import type { Interactions } from './interactions.ts';
import type { Interaction, Message } from './model.ts';
import type { Posting } from './posting.ts';
import { refusal } from './refusal.ts';
import { SCHEMAS } from './schemas.ts';
import { tellMessage } from './serialize.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  posting: Posting;
  interactions: Interactions;
}

/** Where only the person has the application: https://discord.com/developers/docs/interactions/receiving-and-responding */
const MAX_FOREIGN_FOLLOW_UPS = 5;
const HOOK = '/webhooks/{webhook_id}/{webhook_token}';

/** The methods for what comes after the first answer to an interaction. */
export function createFollowUpMethods({ world, posting, interactions }: Deps): Record<string, Method> {
  function hook(call: Call): Interaction {
    const asked = interactions.byToken(idOf(call, 'webhook_token'));
    if (!asked || idOf(call, 'webhook_id') !== world.bot.id) throw refusal('unknownWebhook');
    if (interactions.isOver(asked)) throw refusal('expired');
    if (asked.callback === undefined || asked.kind === 'autocomplete') throw refusal('unknownWebhook');
    if (!world.channels.has(asked.channelId)) throw refusal('unknownChannel');
    return asked;
  }

  function messageOf(call: Call, asked: Interaction): Message {
    const id = call.ids['message_id'] ?? asked.originalId;
    const known = id === asked.originalId || asked.followUpIds.includes(id ?? '');
    const message = world.channelOf(asked.channelId).messages.get(id ?? '');
    if (!known || !message) throw refusal('unknownMessage');
    return message;
  }

  function fill(call: Call, asked: Interaction): Message {
    const before = messageOf(call, asked);
    const content = readEdit(call, { body: call.body, schema: SCHEMAS.editFollowUp }, before);
    if (before.id === asked.originalId) asked.loading = false;
    return posting.edit(before, content);
  }

  /** The first one after "thinking…" takes its place, and whether it is seen by one or by all. */
  function followUp(call: Call, asked: Interaction): Message {
    const content = readNewMessage(call, { body: call.body, schema: SCHEMAS.followUp });
    const original = interactions.originalOf(asked);
    asked.loading = false;
    if (original && (original.flags & FLAG.loading) !== 0) {
      const flags = (content.flags & ~FLAG.ephemeral) | (original.flags & FLAG.ephemeral);
      return posting.edit(original, { ...content, flags });
    }
    if (asked.foreign && asked.followUpIds.length >= MAX_FOREIGN_FOLLOW_UPS) throw refusal('tooManyFollowUps');
    const channel = world.channelOf(asked.channelId);
    const message = posting.post(channel, content, interactions.markOf(asked, content.flags, false));
    asked.followUpIds.push(message.id);
    return message;
  }

  const get = (call: Call) => tellMessage(messageOf(call, hook(call)), world);
  const edit = (call: Call) => tellMessage(fill(call, hook(call)), world);
  const remove = (call: Call) => posting.remove(messageOf(call, hook(call)));
  return {
    [`POST ${HOOK}`]: (call) => tellMessage(followUp(call, hook(call)), world),
    [`GET ${HOOK}/messages/@original`]: get,
    [`PATCH ${HOOK}/messages/@original`]: edit,
    [`DELETE ${HOOK}/messages/@original`]: remove,
    [`GET ${HOOK}/messages/{message_id}`]: get,
    [`PATCH ${HOOK}/messages/{message_id}`]: edit,
    [`DELETE ${HOOK}/messages/{message_id}`]: remove,
  };
}
