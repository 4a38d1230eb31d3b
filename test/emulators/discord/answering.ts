import { type Call, fieldsOf, idOf, listOf, type Method } from './call.ts';
import { FLAG, readEdit, readNewMessage } from './content.ts';
import { createForm } from './form.ts';
import type { Interactions } from './interactions.ts';
import type { Choice, Interaction, Message } from './model.ts';
import type { Posting } from './posting.ts';
import { refusal } from './refusal.ts';
import { checkSchema, SCHEMAS } from './schemas.ts';
import { tellMessage } from './serialize.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  posting: Posting;
  interactions: Interactions;
}

const ANSWER = 4;
const DEFER = 5;
const DEFER_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;
const TEXT_OPTION = 3;
const MAX_CHOICE = 100;

const POSSIBLE: Readonly<Record<Interaction['kind'], readonly number[]>> = {
  command: [ANSWER, DEFER],
  component: [ANSWER, DEFER, DEFER_UPDATE, UPDATE],
  autocomplete: [CHOICES],
};

/** The method that answers an interaction for the first time, once and in time. */
export function createAnsweringMethods({ world, posting, interactions }: Deps): Record<string, Method> {
  function answer(call: Call, asked: Interaction, type: number): Message | undefined {
    const data = fieldsOf(call.body)['data'] ?? {};
    const channel = world.channelOf(asked.channelId);
    const original = interactions.originalOf(asked);
    switch (type) {
      case ANSWER: {
        const content = readNewMessage(call, { body: data, schema: SCHEMAS.followUp, base: ['data'] });
        return posting.post(channel, content, interactions.markOf(asked, content.flags, true));
      }
      case DEFER: {
        const flags = Number(fieldsOf(data)['flags'] ?? 0);
        if ((flags & ~FLAG.ephemeral) !== 0) call.breaches.push('a deferred answer takes no flag but ephemeral');
        return posting.post(channel, nothingYet(flags), interactions.markOf(asked, flags, true));
      }
      case UPDATE: {
        if (!original) throw refusal('unknownMessage');
        const content = readEdit(call, { body: data, schema: SCHEMAS.update, base: ['data'] }, original);
        return posting.edit(original, content);
      }
      case CHOICES:
        asked.choices = readChoices(call, data, asked);
        return undefined;
      default:
        return original;
    }
  }

  return {
    'POST /interactions/{interaction_id}/{interaction_token}/callback'(call) {
      const asked = interactions.find(idOf(call, 'interaction_id'), idOf(call, 'interaction_token'));
      if (!asked) throw refusal('unknownInteraction');
      if (asked.callback !== undefined) throw refusal('acknowledged');
      if (interactions.isLate(asked) || !world.channels.has(asked.channelId)) throw refusal('unknownInteraction');
      const type = readType(call, asked);
      const message = answer(call, asked, type);
      asked.callback = type;
      asked.loading = type === DEFER || type === DEFER_UPDATE;
      if (message) asked.originalId = message.id;
      if (call.query.get('with_response') !== 'true') return undefined;
      return { interaction: tellCallback(asked, message), ...tellResource(type, message, world) };
    },
  };
}

function readType(call: Call, { kind }: Interaction): number {
  const type = fieldsOf(call.body)['type'];
  const possible = POSSIBLE[kind];
  if (typeof type === 'number' && possible.includes(type)) return type;
  const form = createForm();
  form.add(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${possible.join(', ')}}.`);
  form.settle(call.breaches);
  throw refusal('wrongForm');
}

function readChoices(call: Call, data: unknown, { focusedType }: Interaction): readonly Choice[] {
  const isText = focusedType === TEXT_OPTION;
  const form = createForm();
  const schema = isText ? SCHEMAS.textChoices : SCHEMAS.numberChoices;
  checkSchema(schema, data, { form, base: ['data'], breaches: call.breaches });
  const choices = listOf(fieldsOf(data)['choices']) as readonly Choice[];
  choices.forEach(({ value }, at) => {
    if (typeof value !== 'string' || (value !== '' && [...value].length <= MAX_CHOICE)) return;
    form.add(['data', 'choices', at, 'value'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  });
  form.settle(call.breaches);
  return choices;
}

function nothingYet(flags: number) {
  const pings = { everyone: false, users: [], roles: [] };
  return { content: '', embeds: [], components: [], flags: (flags & FLAG.ephemeral) | FLAG.loading, pings };
}

function tellCallback(asked: Interaction, message: Message | undefined): object {
  const type = Number(asked.told['type']);
  if (!message) return { id: asked.id, type };
  return {
    id: asked.id,
    type,
    response_message_id: message.id,
    response_message_loading: (message.flags & FLAG.loading) !== 0,
    response_message_ephemeral: message.ephemeralFor !== undefined,
  };
}

function tellResource(type: number, message: Message | undefined, world: World): object {
  if (!message || type === DEFER_UPDATE) return {};
  return { resource: { type, message: tellMessage(message, world) } };
}
