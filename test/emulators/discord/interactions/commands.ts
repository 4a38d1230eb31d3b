import { type Call, fieldsOf, idOf, listOf, type Method, toText } from '../call.ts';
import { createFormErrors } from '../messages/form-errors.ts';
import type { Command, CommandOption, CommandPermission, Guild } from '../model.ts';
import { refusal } from '../refusal.ts';
import { checkSchema, SCHEMAS } from '../schemas.ts';
import type { World } from '../world.ts';
import { checkCommands } from './command-rules.ts';

type Fields = Readonly<Record<string, unknown>>;

const MAX_COMMANDS = 100;
const CHAT_INPUT = 1;
const ENTRY_POINT = 4;
const ROUTE = '/applications/{application_id}/commands';

const LAUNCH = { name: 'launch', type: ENTRY_POINT, handler: 2, description: '', contexts: [0, 1, 2] };

/** The application's global commands: slash commands, and an Entry Point command if it has an Activity. */
export function createCommands(world: World, { hasActivity = false } = {}) {
  let commands: readonly Command[] = [];
  if (hasActivity) commands = [define(LAUNCH)];

  function own(call: Call): void {
    if (idOf(call, 'application_id') !== world.bot.id) throw refusal('otherApplication');
  }

  function define(fields: Fields): Command {
    const name = String(fields['name']);
    const type = Number(fields['type'] ?? CHAT_INPUT);
    const id = commands.find((command) => command.name === name)?.id ?? world.nextId();
    const permissions = toText(fields['default_member_permissions']);
    const contexts = fields['contexts'] ?? undefined;
    const integrationTypes = (fields['integration_types'] ?? [0]) as readonly number[];
    const options = listOf(fields['options']) as readonly CommandOption[];
    const serialized = {
      ...fields,
      id,
      application_id: world.bot.id,
      version: world.nextId(),
      type,
      name,
      name_localizations: fields['name_localizations'] ?? null,
      description_localizations: fields['description_localizations'] ?? null,
      default_member_permissions: permissions === '' ? null : permissions,
      contexts: contexts ?? null,
      integration_types: integrationTypes,
      nsfw: fields['nsfw'] ?? false,
      options,
    };
    const memberPermissions = permissions === '' ? undefined : BigInt(permissions);
    const where = { contexts: contexts as readonly number[] | undefined, integrationTypes };
    return { id, name, type, options, memberPermissions, ...where, serialized };
  }

  const methods: Record<string, Method> = {
    [`GET ${ROUTE}`](call) {
      own(call);
      const isFull = call.query.get('with_localizations') === 'true';
      return commands.map(({ serialized }) => (isFull ? serialized : withoutLocalizations(serialized)));
    },
    [`PUT ${ROUTE}`](call) {
      own(call);
      const fields = readCommands(call);
      const isLeftOut = (command: Command) => !fields.some(({ type }) => type === command.type);
      if (commands.some((command) => command.type === ENTRY_POINT && isLeftOut(command)))
        throw refusal('entryPointLeftOut');
      if (fields.length > MAX_COMMANDS) throw refusal('tooManyCommands');
      commands = fields.map(define);
      return commands.map(({ serialized }) => serialized);
    },
  };

  methods['GET /applications/{application_id}/guilds/{guild_id}/commands/permissions'] = (call) => {
    own(call);
    const guild = world.guilds.get(idOf(call, 'guild_id'));
    if (!guild || guild.state === 'foreign') throw refusal('unknownGuild');
    const application = world.bot.id;
    return [...guild.commandPermissions].map(([id, permissions]) => ({
      id,
      application_id: application,
      guild_id: guild.id,
      permissions,
    }));
  };

  return {
    /** A guild's admin changes who may use a command, in its settings. */
    setCommandPermissions(guild: Guild, name: string, permissions: readonly CommandPermission[]): void {
      const command = commands.find((each) => each.name === name);
      if (!command) throw new Error(`There is no command /${name}.`);
      guild.commandPermissions.set(command.id, permissions);
    },
    methods,
    all: () => commands,
    find: (name: string) => commands.find((command) => command.name === name),
  };
}

function readCommands(call: Call): readonly Fields[] {
  const form = createFormErrors();
  if (!Array.isArray(call.body)) form.add([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  const fields = listOf(call.body);
  fields.forEach((command, at) => {
    checkSchema(SCHEMAS.command, withNumber(command), { form, base: [at], violations: call.violations });
  });
  form.throwIfAny(call.violations);
  checkCommands(
    fields.filter((command) => fieldsOf(command)['type'] !== ENTRY_POINT),
    form,
  );
  form.throwIfAny(call.violations);
  const isEmulated = (command: unknown) =>
    [CHAT_INPUT, ENTRY_POINT].includes(Number(fieldsOf(command)['type'] ?? CHAT_INPUT));
  if (!fields.every(isEmulated)) throw refusal('notEmulated');
  return fields.map(fieldsOf);
}

/** Adapts a command to the schema, which lacks two things that Discord accepts: permissions as text, and `nsfw`. */
function withNumber(command: unknown): Fields {
  const { nsfw: _, ...fields } = fieldsOf(command);
  const permissions = fields['default_member_permissions'];
  if (typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return fields;
  return { ...fields, default_member_permissions: Number(permissions) };
}

function withoutLocalizations(serialized: Fields): Fields {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = serialized;
  return rest;
}
