import type { Act, Ask } from './asking.ts';
import { checkInside, checkOffered, checkSeen, checkValue, type OptionValue } from './client.ts';
import type { createCommands } from './commands.ts';
import type { Channel, Command, CommandOption, Component, Interaction, Message, User } from './model.ts';
import { tellChannel, tellMessage } from './serialize.ts';
import { walkComponents } from './walk.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  commands: ReturnType<typeof createCommands>;
  ask: Ask;
}

/** Who does it where. */
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

/** What people do: only what their clients would let them do. */
export function createPeople({ world, commands, ask }: Deps) {
  /** A command by its name, with the names of its group and sub-command where it has them: "settings zone". */
  function find(place: Place, path: string): Typed {
    const [name = '', ...steps] = path.split(' ');
    const command = commands.find(name);
    const names = commands.all().map((each) => each.name);
    if (!command) throw new Error(`There is no command /${name}; there is: ${names.join(', ')}.`);
    checkInside(place.user, place.channel, world);
    checkOffered(command, { ...place, world });
    return descend(command, steps);
  }

  function use(message: Message, act: { user: User; component: Component; values?: readonly string[] }): Interaction {
    const { user, component, values } = act;
    const channel = world.channelOf(message.channelId);
    const { type, custom_id, id = 1 } = component;
    const data = { component_type: type, custom_id, id, ...(values && { values }) };
    return ask({ kind: 'component', user, channel, data, sourceId: message.id, source: tellMessage(message, world) });
  }

  function look(user: User, at: MessageAt): Message {
    const message = world.messageAt(at);
    checkInside(user, world.channelOf(at.channelId), world);
    checkSeen(user, message);
    return message;
  }

  return {
    command(user: User, where: Pick<Channel, 'id'>, what: string | Line): Interaction {
      const channel = world.channelOf(where.id);
      const { command: path, values = {} } = typeof what === 'string' ? { command: what } : what;
      const typed = find({ user, channel }, path);
      const missing = typed.options.find(({ name, required }) => required && values[name] === undefined);
      if (missing) throw new Error(`/${path} needs ${missing.name}.`);
      const told = Object.entries(values).map(([name, value]) => tellValue(typed, name, value));
      for (const [name, value] of Object.entries(values)) checkValue(optionOf(typed, name), value);
      const resolved = resolveChannels(typed, values, world);
      return ask({ kind: 'command', user, channel, data: { ...wrap(typed, told), ...resolved } });
    },
    /** Types into an option; `values` are those of the other ones. */
    autocomplete(user: User, where: Pick<Channel, 'id'>, typing: Typing): Interaction {
      const channel = world.channelOf(where.id);
      const { command: path, option: name, text, values = {} } = typing;
      const typed = find({ user, channel }, path);
      const { type, autocomplete } = optionOf(typed, name);
      if (!autocomplete) throw new Error(`Option ${name} of /${path} offers nothing while it is typed.`);
      const others = Object.entries(values).map(([other, value]) => tellValue(typed, other, value));
      const data = wrap(typed, [...others, { name, type, value: text, focused: true }]);
      const act: Act = { kind: 'autocomplete', user, channel, data, focusedType: type };
      return ask(act);
    },
    /** Presses a button that the message shows now, by its label or custom id. */
    press(user: User, at: MessageAt, which: string): Interaction {
      const message = look(user, at);
      const buttons = walkComponents(message.components).filter(({ component }) => component.type === BUTTON);
      const labels = buttons.map(({ component }) => component.label ?? component.custom_id);
      const found = buttons.find(({ component }) => component.label === which || component.custom_id === which);
      if (!found) throw new Error(`No button "${which}" to press; there is: ${labels.join(', ')}.`);
      if (found.component.disabled) throw new Error(`The button "${which}" is disabled.`);
      if (!found.component.custom_id) throw new Error(`The button "${which}" is a link: the bot hears nothing of it.`);
      return use(message, { user, component: found.component });
    },
    /** Chooses in the menu with such a custom id, or in the only one, by values or labels. */
    select(user: User, at: MessageAt, chosen: readonly string[] | { customId: string; values: readonly string[] }) {
      const message = look(user, at);
      const { customId, values } = 'customId' in chosen ? chosen : { customId: undefined, values: chosen };
      const menus = walkComponents(message.components).filter(({ component }) => component.type === SELECT);
      const found = menus.filter(({ component }) => customId === undefined || component.custom_id === customId);
      const [menu] = found;
      if (!menu || found.length > 1) throw new Error(`${found.length} menus fit; name the one you mean.`);
      return use(message, { user, component: menu.component, values: toValues(menu.component, values) });
    },
    /** Uses a component that is not there any more. */
    pressStale(user: User, at: MessageAt, { customId, values }: { customId: string; values?: readonly string[] }) {
      const component = { type: values ? SELECT : BUTTON, custom_id: customId };
      return use(world.messageAt(at), { user, component, ...(values && { values }) });
    },
  };
}

/** What is typed: a command with what its options are given. */
interface Line {
  command: string;
  values?: Values;
}

/** A line that is not finished: the option in which something is being typed. */
interface Typing extends Line {
  option: string;
  text: string | number;
}

/** A command, and the options of it or of its sub-command. */
interface Typed {
  command: Command;
  steps: readonly CommandOption[];
  options: readonly CommandOption[];
}

function descend(command: Command, names: readonly string[]): Typed {
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

function optionOf({ command, options }: Typed, name: string): CommandOption {
  const option = options.find((each) => each.name === name);
  if (!option) throw new Error(`/${command.name} has no option ${name}.`);
  return option;
}

function tellValue(typed: Typed, name: string, value: OptionValue): object {
  return { name, type: optionOf(typed, name).type, value };
}

function wrap({ command, steps }: Typed, values: readonly object[]): object {
  const { id, name, type } = command;
  const options = steps.reduceRight<readonly object[]>(
    (inner, step) => [{ name: step.name, type: step.type, options: inner }],
    values,
  );
  return { id, name, type, options };
}

function resolveChannels(typed: Typed, values: Values, world: World): object {
  const named = Object.entries(values).filter(([name]) => optionOf(typed, name).type === CHANNEL);
  if (named.length === 0) return {};
  const channels = named.map(([, id]) => world.channelOf(String(id)));
  const told = new Map(channels.map((channel) => [channel.id, { ...tellChannel(channel, world), permissions: '0' }]));
  return { resolved: { channels: Object.fromEntries<object>(told) } };
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
