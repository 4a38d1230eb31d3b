import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
} from 'discord.js';
import type { ArgSpec, Choice, CommandSpec } from '../../src/chat/platform.ts';
import { fallbackLanguage, type Language, matchLanguage } from '../../src/locales/languages.ts';
import { isObject, listOf } from './answer-shapes.ts';
import type { Client } from './client.ts';
import type { CommandIds } from './command-mentions.ts';

/** Discord's locales whose language is one of the bot's, except the fallback language. */
const LOCALES = Object.values(Locale).flatMap((locale) => {
  const language = matchLanguage(locale);
  return language === undefined || language === fallbackLanguage ? [] : [{ locale, language }];
});
const MAX_DESCRIPTION = 100;
const ENTRY_POINT_FIELDS = [
  'name',
  'type',
  'handler',
  'name_localizations',
  'default_member_permissions',
  'integration_types',
  'contexts',
];
const { Guild, BotDM, PrivateChannel } = InteractionContextType;

/** Registers the commands, in every language, unless Discord has the same ones already. Resolves to their ids. */
export async function registerCommands(
  client: Client,
  application: string,
  commands: readonly CommandSpec[],
): Promise<{ outcome: 'registered' | 'unchanged'; ids: CommandIds }> {
  const route = `/applications/${application}/commands` as const;
  const slashCommands = commands.map(toCommand);
  const registered = await client.call<Record<string, unknown>[]>({
    method: 'GET',
    route,
    query: { with_localizations: 'true' },
    expects: listOf(isObject),
  });
  const entryPoints = registered.filter(isEntryPoint);
  const wanted = [...slashCommands, ...entryPoints];
  if (covers(sorted(registered), sorted(wanted))) return { outcome: 'unchanged', ids: idsOf(registered) };
  const body = [...slashCommands, ...entryPoints.map(toEntryPoint)];
  const answer = await client.call<unknown>({ method: 'PUT', route, body });
  return { outcome: 'registered', ids: idsOf(Array.isArray(answer) ? answer : []) };
}

/** The ids of slash commands by their names, without what is malformed. */
function idsOf(commands: readonly unknown[]): CommandIds {
  return new Map(
    commands.flatMap((command): [string, string][] => {
      if (
        !isObject(command) ||
        (command['type'] ?? ApplicationCommandType.ChatInput) !== ApplicationCommandType.ChatInput
      )
        return [];
      const { name, id } = command;
      return typeof name === 'string' && typeof id === 'string' && /^\d+$/u.test(id) ? [[name, id]] : [];
    }),
  );
}

/** The command that starts an Activity. Discord accepts no list of commands that leaves it out (error 50240). */
function isEntryPoint(command: Record<string, unknown>): boolean {
  return command['type'] === ApplicationCommandType.PrimaryEntryPoint;
}

/** A registered Entry Point command as it is registered again: without what Discord adds. */
function toEntryPoint(command: Record<string, unknown>) {
  return Object.fromEntries(ENTRY_POINT_FIELDS.map((field) => [field, command[field]]));
}

function toCommand({ name, summary, localName, args, adminsOnly }: CommandSpec) {
  return {
    name,
    ...inLanguages({ summary, localName }),
    options: args.map(toOption),
    // For users who may manage the server; its admins can allow the command to others.
    default_member_permissions: adminsOnly ? String(PermissionFlagsBits.ManageGuild) : null,
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: adminsOnly ? [Guild, BotDM] : [Guild, BotDM, PrivateChannel],
  };
}

function toOption({ name, kind, optional, summary, localName, choices, suggest }: ArgSpec) {
  const common = { name, ...inLanguages({ summary, localName }), required: !optional };
  if (kind === 'integer') return { type: ApplicationCommandOptionType.Integer, ...common, min_value: 1 };
  if (kind === 'file') return { type: ApplicationCommandOptionType.Attachment, ...common };
  return {
    type: ApplicationCommandOptionType.String,
    ...common,
    ...(choices !== undefined && { choices: choices.map(toChoice) }),
    ...(choices === undefined && suggest !== undefined && { autocomplete: true }),
  };
}

function toChoice({ value, label }: Choice) {
  return { name: label(fallbackLanguage), value, name_localizations: localize(label) };
}

function inLanguages({ summary, localName }: Pick<CommandSpec, 'summary' | 'localName'>) {
  const describe = (language: Language) => [...summary(language)].slice(0, MAX_DESCRIPTION).join('');
  return {
    description: describe(fallbackLanguage),
    name_localizations: localize(localName),
    description_localizations: localize(describe),
  };
}

function localize(toText: (language: Language) => string | undefined): Record<string, string> {
  const texts = LOCALES.map(({ locale, language }) => [locale, toText(language)] as const);
  return Object.fromEntries(texts.flatMap(([locale, text]) => (text === undefined ? [] : [[locale, text]])));
}

function sorted(commands: readonly unknown[]): unknown[] {
  return commands.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
}

function nameOf(command: unknown): string {
  return isObject(command) ? String(command['name']) : '';
}

/** Whether a registered value has all of the wanted one; Discord adds ids and leaves out empty values. */
function covers(registered: unknown, wanted: unknown): boolean {
  if (isEmpty(wanted)) return isEmpty(registered);
  if (!isObject(wanted)) return registered === wanted;
  // Only lists have a length.
  if (!isObject(registered) || registered['length'] !== wanted['length']) return false;
  return Object.entries(wanted).every(([key, value]) => covers(registered[key], value));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
