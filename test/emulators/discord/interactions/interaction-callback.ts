import { type Call, fieldsOf, idOf, listOf, type Method } from '../call.ts';
import { FLAG, readEdit, readNewMessage } from '../messages/content.ts';
import { createFormErrors } from '../messages/form-errors.ts';
import type { Posting } from '../messages/posting.ts';
import { serializeMessage } from '../messages/serialize.ts';
import type { Choice, Interaction, Message } from '../model.ts';
import { refusal } from '../refusal.ts';
import { checkSchema, SCHEMAS } from '../schemas.ts';
import type { World } from '../world.ts';
import type { Interactions } from './interactions.ts';

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

const ALLOWED_TYPES: Readonly<Record<Interaction['kind'], readonly number[]>> = {
  command: [ANSWER, DEFER],
  component: [ANSWER, DEFER, DEFER_UPDATE, UPDATE],
  autocomplete: [CHOICES],
};

/** The route for the first response to an interaction, which must come once and in time. */
export function createCallbackMethods({ world, posting, interactions }: Deps): Record<string, Method> {
  function answer(call: Call, interaction: Interaction, type: number): Message | undefined {
    const data = fieldsOf(call.body)['data'] ?? {};
    const channel = world.channelOf(interaction.channelId);
    const original = interactions.originalOf(interaction);
    switch (type) {
      case ANSWER: {
        const content = readNewMessage(call, { body: data, schema: SCHEMAS.followUp, base: ['data'] });
        return posting.post(channel, content, interactions.messageFieldsOf(interaction, content.flags, true));
      }
      case DEFER: {
        const flags = Number(fieldsOf(data)['flags'] ?? 0);
        if ((flags & ~FLAG.ephemeral) !== 0) call.violations.push('a deferred answer takes no flag but ephemeral');
        return posting.post(channel, loadingContent(flags), interactions.messageFieldsOf(interaction, flags, true));
      }
      case UPDATE: {
        if (!original) throw refusal('unknownMessage');
        const content = readEdit(call, { body: data, schema: SCHEMAS.update, base: ['data'] }, original);
        return posting.edit(original, content);
      }
      case CHOICES:
        interaction.choices = readChoices(call, data, interaction);
        return undefined;
      default:
        return original;
    }
  }

  return {
    'POST /interactions/{interaction_id}/{interaction_token}/callback'(call) {
      const interaction = interactions.find(idOf(call, 'interaction_id'), idOf(call, 'interaction_token'));
      if (!interaction) throw refusal('unknownInteraction');
      if (interaction.callback !== undefined) throw refusal('acknowledged');
      if (interactions.isLate(interaction) || !world.channels.has(interaction.channelId))
        throw refusal('unknownInteraction');
      const type = readCallbackType(call, interaction);
      const message = answer(call, interaction, type);
      interaction.callback = type;
      interaction.loading = type === DEFER || type === DEFER_UPDATE;
      if (message) interaction.originalId = message.id;
      if (call.query.get('with_response') !== 'true') return undefined;
      return { interaction: serializeCallback(interaction, message), ...serializeResource(type, message, world) };
    },
  };
}

function readCallbackType(call: Call, { kind }: Interaction): number {
  const type = fieldsOf(call.body)['type'];
  const allowed = ALLOWED_TYPES[kind];
  if (typeof type === 'number' && allowed.includes(type)) return type;
  const form = createFormErrors();
  form.add(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  form.throwIfAny(call.violations);
  throw refusal('wrongForm');
}

function readChoices(call: Call, data: unknown, { focusedType }: Interaction): readonly Choice[] {
  const isText = focusedType === TEXT_OPTION;
  const form = createFormErrors();
  const schema = isText ? SCHEMAS.textChoices : SCHEMAS.numberChoices;
  checkSchema(schema, data, { form, base: ['data'], violations: call.violations });
  const choices = listOf(fieldsOf(data)['choices']) as readonly Choice[];
  choices.forEach(({ value }, at) => {
    if (typeof value !== 'string' || (value !== '' && [...value].length <= MAX_CHOICE)) return;
    form.add(['data', 'choices', at, 'value'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  });
  form.throwIfAny(call.violations);
  return choices;
}

function loadingContent(flags: number) {
  const pings = { everyone: false, users: [], roles: [] };
  const nothing = { content: '', embeds: [], components: [], files: [], pings };
  return { ...nothing, flags: (flags & FLAG.ephemeral) | FLAG.loading };
}

function serializeCallback(interaction: Interaction, message: Message | undefined): object {
  const type = Number(interaction.payload['type']);
  if (!message) return { id: interaction.id, type };
  return {
    id: interaction.id,
    type,
    response_message_id: message.id,
    response_message_loading: (message.flags & FLAG.loading) !== 0,
    response_message_ephemeral: message.ephemeralFor !== undefined,
  };
}

function serializeResource(type: number, message: Message | undefined, world: World): object {
  if (!message || type === DEFER_UPDATE) return {};
  return { resource: { type, message: serializeMessage(message, world) } };
}
