import type { Channel, Command, CommandOption, Guild, Message, User } from './model.ts';
import { allows, toBits } from './permissions.ts';
import type { World } from './world.ts';

export type OptionValue = string | number | boolean;

const TEXT = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const CHANNEL = 7;
const NUMBER = 10;
const ATTACHMENT = 11;
const MAX_TEXT = 6000;

/** Throws if the person's client would not offer the command. */
export function checkOffered(
  command: Command,
  { user, channel, world }: { user: User; channel: Channel; world: World },
) {
  const { name, contexts, integrationTypes, memberPermissions } = command;
  const guild = world.guildOf(channel);
  const isForeign = world.isForeign(channel);
  const outside = isForeign ? 2 : 1;
  const context = guild ? 0 : outside;
  const hasOwn = user.installed === true && integrationTypes.includes(1);
  if (contexts && !contexts.includes(context)) throw new Error(`/${name} is not offered there.`);
  if (!hasOwn && (isForeign || !integrationTypes.includes(0)))
    throw new Error(`/${name} is offered neither by the place nor by what ${user.username} has.`);
  if (!guild || isForeign) return;
  const bits = guild.members.get(user.id) ?? 0n;
  const rule = ruleFor(command, { user, guild });
  if (!allows(bits, toBits(['Administrator'])) && rule !== undefined) {
    if (rule) return;
    throw new Error(`${user.username} may not use /${name} by the settings of the guild.`);
  }
  const needed = (memberPermissions ?? 0n) | toBits(['UseApplicationCommands']);
  const adminsOnly = memberPermissions === 0n ? toBits(['Administrator']) : 0n;
  if (!allows(bits, needed | adminsOnly)) throw new Error(`${user.username} may not use /${name}.`);
}

/** What the guild's settings for a command say of a person: the rule for the person, for one of the roles, or for everybody. */
function ruleFor({ id }: Command, { user, guild }: { user: User; guild: Guild }): boolean | undefined {
  const rules = guild.commandPermissions.get(id) ?? [];
  const own = rules.find((rule) => rule.type === 2 && rule.id === user.id);
  const roles = rules.filter((rule) => rule.type === 1 && guild.memberRoles.get(user.id)?.includes(rule.id));
  const everyone = rules.find((rule) => rule.type === 1 && rule.id === guild.id);
  if (own) return own.permission;
  return roles.length > 0 ? roles.some(({ permission }) => permission) : everyone?.permission;
}

/** Throws if the person is not in the channel. */
export function checkInside(user: User, channel: Channel, world: World): void {
  const guild = world.guildOf(channel);
  const isInside = guild ? guild.members.has(user.id) : channel.recipients.includes(user);
  if (!isInside) throw new Error(`${user.username} is not in that channel.`);
}

/** Throws if a client would not send this value. */
export function checkValue(option: CommandOption, value: OptionValue): void {
  const { name, type, choices } = option;
  const wrong = (why: string) => new Error(`Option ${name}: ${why}.`);
  if (!hasType(type, value)) throw wrong(`${JSON.stringify(value)} is not of its type`);
  if (choices && choices.length > 0 && !choices.some((choice) => choice.value === value))
    throw wrong(`${String(value)} is not one of its choices`);
  if (typeof value === 'string' && value.length < (option.min_length ?? 0)) throw wrong('too short');
  if (typeof value === 'string' && value.length > (option.max_length ?? MAX_TEXT)) throw wrong('too long');
  if (typeof value === 'number' && value < (option.min_value ?? -Infinity)) throw wrong('too small');
  if (typeof value === 'number' && value > (option.max_value ?? Infinity)) throw wrong('too large');
}

/** Throws if the person cannot see the message. */
export function checkSeen(user: User, { ephemeralFor }: Message): void {
  if (ephemeralFor !== undefined && ephemeralFor !== user.id)
    throw new Error(`That message is not shown to ${user.username}.`);
}

function hasType(type: number, value: OptionValue): boolean {
  switch (type) {
    case TEXT:
    case CHANNEL:
    case ATTACHMENT:
      return typeof value === 'string';
    case INTEGER:
      return Number.isInteger(value);
    case NUMBER:
      return typeof value === 'number';
    case BOOLEAN:
      return typeof value === 'boolean';
    default:
      throw new Error(`The emulator does not know options of type ${type}.`);
  }
}
