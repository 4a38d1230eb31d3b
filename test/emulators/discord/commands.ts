import { type Call, fieldsOf, idOf, listOf, type Method, toText } from './call.ts';
import { checkCommands } from './command-rules.ts';
import { createForm } from './form.ts';
import type { Command, CommandOption } from './model.ts';
import { refusal } from './refusal.ts';
import { checkSchema, SCHEMAS } from './schemas.ts';
import type { World } from './world.ts';

type Fields = Readonly<Record<string, unknown>>;

const MAX_COMMANDS = 100;
const CHAT_INPUT = 1;
const ROUTE = '/applications/{application_id}/commands';

/** The slash commands that the application has everywhere. */
export function createCommands(world: World) {
  let commands: readonly Command[] = [];

  function own(call: Call): void {
    if (idOf(call, 'application_id') !== world.bot.id) throw refusal('otherApplication');
  }

  function define(given: Fields): Command {
    const name = String(given['name']);
    const id = commands.find((command) => command.name === name)?.id ?? world.nextId();
    const permissions = toText(given['default_member_permissions']);
    const contexts = given['contexts'] ?? undefined;
    const integrationTypes = (given['integration_types'] ?? [0]) as readonly number[];
    const options = listOf(given['options']) as readonly CommandOption[];
    const told = {
      ...given,
      id,
      application_id: world.bot.id,
      version: world.nextId(),
      type: CHAT_INPUT,
      name,
      name_localizations: given['name_localizations'] ?? null,
      description_localizations: given['description_localizations'] ?? null,
      default_member_permissions: permissions === '' ? null : permissions,
      contexts: contexts ?? null,
      integration_types: integrationTypes,
      nsfw: given['nsfw'] ?? false,
      options,
    };
    const memberPermissions = permissions === '' ? undefined : BigInt(permissions);
    const where = { contexts: contexts as readonly number[] | undefined, integrationTypes };
    return { id, name, type: CHAT_INPUT, options, memberPermissions, ...where, told };
  }

  const methods: Record<string, Method> = {
    [`GET ${ROUTE}`](call) {
      own(call);
      const isFull = call.query.get('with_localizations') === 'true';
      return commands.map(({ told }) => (isFull ? told : withoutLocalizations(told)));
    },
    [`PUT ${ROUTE}`](call) {
      own(call);
      const given = readCommands(call);
      if (given.length > MAX_COMMANDS) throw refusal('tooManyCommands');
      commands = given.map(define);
      return commands.map(({ told }) => told);
    },
  };

  return {
    methods,
    all: () => commands,
    find: (name: string) => commands.find((command) => command.name === name),
  };
}

function readCommands(call: Call): readonly Fields[] {
  const form = createForm();
  if (!Array.isArray(call.body)) form.add([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  const given = listOf(call.body);
  given.forEach((command, at) => {
    checkSchema(SCHEMAS.command, withNumber(command), { form, base: [at], breaches: call.breaches });
  });
  form.settle(call.breaches);
  checkCommands(given, form);
  form.settle(call.breaches);
  if (given.some((command) => (fieldsOf(command)['type'] ?? CHAT_INPUT) !== CHAT_INPUT)) throw refusal('notEmulated');
  return given.map(fieldsOf);
}

/** Discord takes permissions as text too, which its schema does not say; `nsfw` is documented and missing there. */
function withNumber(command: unknown): Fields {
  const { nsfw: _, ...fields } = fieldsOf(command);
  const permissions = fields['default_member_permissions'];
  if (typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return fields;
  return { ...fields, default_member_permissions: Number(permissions) };
}

function withoutLocalizations(told: Fields): Fields {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = told;
  return rest;
}
