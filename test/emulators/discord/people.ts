import { checkInside, checkOffered, checkSeen, checkValue, type OptionValue } from './client.ts';
import type { createCommands } from './interactions/commands.ts';
import type { SendInteraction, UserAction } from './interactions/send-interaction.ts';
import { serializeChannel, serializeMessage } from './messages/serialize.ts';
import type { Channel, Command, CommandOption, Component, Interaction, Message, User } from './model.ts';
import { walkComponents } from './walk.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  commands: ReturnType<typeof createCommands>;
  send: SendInteraction;
}

/** A person in a channel. */
interface Place {
  user: User;
  channel: Channel;
}

type Values = Readonly<Record<string, OptionValue>>;
type MessageAt = Pick<Message, 'channelId' | 'id'>;

const BUTTON = 2;
const SELECT = 3;
const CHANNEL = 7;
const SUB_COMMANDS = [1, 2];

/** Simulates what people do, within the limits of Discord's clients. */
export function createPeople({ world, commands, send }: Deps) {
  /** Finds a command by name, followed by a group and a sub-command if it has them: "settings zone". */
  function resolveCommand(place: Place, path: string): ResolvedCommand {
    const [name = '', ...steps] = path.split(' ');
    const command = commands.find(name);
    const names = commands.all().map((each) => each.name);
    if (!command) throw new Error(`There is no command /${name}; there is: ${names.join(', ')}.`);
    checkInside(place.user, place.channel, world);
    checkOffered(command, { ...place, world });
    return descend(command, steps);
  }

  function useComponent(
    message: Message,
    action: { user: User; component: Component; values?: readonly string[] },
  ): Interaction {
    const { user, component, values } = action;
    const channel = world.channelOf(message.channelId);
    const { type, custom_id, id = 1 } = component;
    const data = { component_type: type, custom_id, id, ...(values && { values }) };
    return send({
      kind: 'component',
      user,
      channel,
      data,
      sourceId: message.id,
      source: serializeMessage(message, world),
    });
  }

  const selected = new Map<string, { message: Message; values: readonly string[] }>();

  function visibleMessage(user: User, at: MessageAt): Message {
    const message = world.messageAt(at);
    checkInside(user, world.channelOf(at.channelId), world);
    checkSeen(user, message);
    return message;
  }

  return {
    command(user: User, where: Pick<Channel, 'id'>, what: string | CommandInput): Interaction {
      const channel = world.channelOf(where.id);
      const {
        command: path,
        values = {},
        attachments,
      }: CommandInput = typeof what === 'string' ? { command: what } : what;
      const resolved = resolveCommand({ user, channel }, path);
      const missing = resolved.options.find(({ name, required }) => required && values[name] === undefined);
      if (missing) throw new Error(`/${path} needs ${missing.name}.`);
      const options = Object.entries(values).map(([name, value]) => serializeOption(resolved, name, value));
      for (const [name, value] of Object.entries(values)) checkValue(optionOf(resolved, name), value);
      const found = resolveChannels(resolved, values, world);
      const uploaded = attachments && { resolved: { attachments } };
      return send({ kind: 'command', user, channel, data: { ...wrap(resolved, options), ...found, ...uploaded } });
    },
    /** Types into an option; `values` are the other options. */
    autocomplete(user: User, where: Pick<Channel, 'id'>, input: AutocompleteInput): Interaction {
      const channel = world.channelOf(where.id);
      const { command: path, option: name, text, values = {} } = input;
      const resolved = resolveCommand({ user, channel }, path);
      const { type, autocomplete } = optionOf(resolved, name);
      if (!autocomplete) throw new Error(`Option ${name} of /${path} offers nothing while it is typed.`);
      const others = Object.entries(values).map(([other, value]) => serializeOption(resolved, other, value));
      const data = wrap(resolved, [...others, { name, type, value: text, focused: true }]);
      const action: UserAction = { kind: 'autocomplete', user, channel, data, focusedType: type };
      return send(action);
    },
    /** Presses a button of the current message, by label or custom id. */
    press(user: User, at: MessageAt, which: string): Interaction {
      const message = visibleMessage(user, at);
      const buttons = walkComponents(message.components).filter(({ component }) => component.type === BUTTON);
      const labels = buttons.map(({ component }) => component.label ?? component.custom_id);
      const found = buttons.find(({ component }) => component.label === which || component.custom_id === which);
      if (!found) throw new Error(`No button "${which}" to press; there is: ${labels.join(', ')}.`);
      if (found.component.disabled) throw new Error(`The button "${which}" is disabled.`);
      if (!found.component.custom_id)
        throw new Error(`The button "${which}" is a link: pressing it sends nothing to the bot.`);
      return useComponent(message, { user, component: found.component });
    },
    /** Selects values or labels in the menu with this custom id, or in the only menu. */
    select(user: User, at: MessageAt, chosen: readonly string[] | { customId: string; values: readonly string[] }) {
      const message = visibleMessage(user, at);
      const { customId, values } = 'customId' in chosen ? chosen : { customId: undefined, values: chosen };
      const menus = walkComponents(message.components).filter(({ component }) => component.type === SELECT);
      const found = menus.filter(({ component }) => customId === undefined || component.custom_id === customId);
      const [menu] = found;
      if (!menu || found.length > 1) throw new Error(`${found.length} menus fit; name the one you mean.`);
      const wanted = toValues(menu.component, values);
      const key = [user.id, message.id, menu.component.custom_id].join(' ');
      const last = selected.get(key);
      // The message object is another one after an edit.
      if (last?.message === message && last.values.join() === wanted.join())
        throw new Error('A client does not send what is selected already.');
      selected.set(key, { message, values: wanted });
      return useComponent(message, { user, component: menu.component, values: wanted });
    },
    /** Uses a component that the message no longer has. */
    pressStale(user: User, at: MessageAt, { customId, values }: { customId: string; values?: readonly string[] }) {
      const component = { type: values ? SELECT : BUTTON, custom_id: customId };
      return useComponent(world.messageAt(at), { user, component, ...(values && { values }) });
    },
  };
}

/** A typed command with the values of its options. */
interface CommandInput {
  command: string;
  values?: Values;
  /** Uploaded files by id, which is the value of their option. */
  attachments?: Readonly<Record<string, object>>;
}

/** An unfinished command, and the option being typed. */
interface AutocompleteInput extends CommandInput {
  option: string;
  text: string | number;
}

/** A command with its options, or those of its sub-command. */
interface ResolvedCommand {
  command: Command;
  steps: readonly CommandOption[];
  options: readonly CommandOption[];
}

function descend(command: Command, names: readonly string[]): ResolvedCommand {
  const steps: CommandOption[] = [];
  let { options } = command;
  for (const name of names) {
    const step = options.find((option) => option.name === name && SUB_COMMANDS.includes(option.type));
    if (!step) throw new Error(`/${command.name} has no sub-command ${name}.`);
    steps.push(step);
    options = step.options ?? [];
  }
  if (options.some(({ type }) => SUB_COMMANDS.includes(type))) throw new Error(`/${command.name} needs a sub-command.`);
  return { command, steps, options };
}

function optionOf({ command, options }: ResolvedCommand, name: string): CommandOption {
  const option = options.find((each) => each.name === name);
  if (!option) throw new Error(`/${command.name} has no option ${name}.`);
  return option;
}

function serializeOption(resolved: ResolvedCommand, name: string, value: OptionValue): object {
  return { name, type: optionOf(resolved, name).type, value };
}

function wrap({ command, steps }: ResolvedCommand, values: readonly object[]): object {
  const { id, name, type } = command;
  const options = steps.reduceRight<readonly object[]>(
    (inner, step) => [{ name: step.name, type: step.type, options: inner }],
    values,
  );
  return { id, name, type, options };
}

function resolveChannels(resolved: ResolvedCommand, values: Values, world: World): object {
  const named = Object.entries(values).filter(([name]) => optionOf(resolved, name).type === CHANNEL);
  if (named.length === 0) return {};
  const channels = named.map(([, id]) => world.channelOf(String(id)));
  const options = new Map(
    channels.map((channel) => [channel.id, { ...serializeChannel(channel, world), permissions: '0' }]),
  );
  return { resolved: { channels: Object.fromEntries<object>(options) } };
}

function toValues(menu: Component, chosen: readonly string[]): readonly string[] {
  const { options = [], min_values: min = 1, max_values: max = 1, disabled } = menu;
  if (disabled) throw new Error('The menu is disabled.');
  if (chosen.length < min || chosen.length > max) throw new Error(`The menu takes ${min} to ${max} choices.`);
  return chosen.map((wanted) => {
    const option = options.find(({ value, label }) => value === wanted || label === wanted);
    if (!option) throw new Error(`The menu does not offer ${wanted}.`);
    return option.value;
  });
}
