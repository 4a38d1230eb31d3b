import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType, Locale } from 'discord.js';
import type { ArgSpec, Choice, CommandSpec } from '../../src/chat/platform.ts';
import { fallbackLanguage, type Language, matchLanguage } from '../../src/locales/language.ts';
import { MANAGE_GUILD } from './access.ts';
import type { Client } from './client.ts';

/** The locales of Discord in which people read one of our other languages. */
const LOCALES = Object.values(Locale).flatMap((locale) => {
  const language = matchLanguage(locale);
  return language === undefined || language === fallbackLanguage ? [] : [{ locale, language }];
});
const MAX_DESCRIPTION = 100;
const { Guild, BotDM, PrivateChannel } = InteractionContextType;

/** Tells Discord which commands there are, so that it offers them as people type, in their language; only where that is news. */
export async function registerCommands(
  client: Client,
  application: string,
  commands: readonly CommandSpec[],
): Promise<'registered' | 'unchanged'> {
  const route = `/applications/${application}/commands` as const;
  const wanted = commands.map(toCommand);
  const known = await client.call<unknown[]>({ method: 'GET', route, query: { with_localizations: 'true' } });
  if (covers(sorted(known), sorted(wanted))) return 'unchanged';
  await client.call({ method: 'PUT', route, body: wanted });
  return 'registered';
}

function toCommand({ name, summary, localName, args, adminsOnly }: CommandSpec) {
  return {
    name,
    ...inLanguages({ summary, localName }),
    options: args.map(toOption),
    // Who may manage the server may use it; its admins can hand it on to others.
    default_member_permissions: adminsOnly ? String(MANAGE_GUILD) : null,
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: adminsOnly ? [Guild, BotDM] : [Guild, BotDM, PrivateChannel],
  };
}

function toOption({ name, kind, optional, summary, localName, choices, suggest }: ArgSpec) {
  const common = { name, ...inLanguages({ summary, localName }), required: !optional };
  if (kind === 'integer') return { type: ApplicationCommandOptionType.Integer, ...common, min_value: 1 };
  return {
    type: ApplicationCommandOptionType.String,
    ...common,
    ...(choices !== undefined && { choices: choices.map(toChoice) }),
    ...(choices === undefined && suggest !== undefined && { autocomplete: true }),
  };
}

function toChoice({ value, label }: Choice) {
  return { name: label(fallbackLanguage), value, name_localizations: eachLocale(label) };
}

function inLanguages({ summary, localName }: Pick<CommandSpec, 'summary' | 'localName'>) {
  const describe = (language: Language) => [...summary(language)].slice(0, MAX_DESCRIPTION).join('');
  return {
    description: describe(fallbackLanguage),
    name_localizations: eachLocale(localName),
    description_localizations: eachLocale(describe),
  };
}

function eachLocale(say: (language: Language) => string | undefined): Record<string, string> {
  const said = LOCALES.map(({ locale, language }) => [locale, say(language)] as const);
  return Object.fromEntries(said.flatMap(([locale, words]) => (words === undefined ? [] : [[locale, words]])));
}

function sorted(commands: readonly unknown[]): unknown[] {
  return commands.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
}

function nameOf(command: unknown): string {
  return isRecord(command) ? String(command['name']) : '';
}

/** Whether what is known says all that is wanted; Discord adds ids and leaves out what says nothing. */
function covers(known: unknown, wanted: unknown): boolean {
  if (isNothing(wanted)) return isNothing(known);
  if (Array.isArray(wanted)) {
    return Array.isArray(known) && known.length === wanted.length && wanted.every((one, at) => covers(known[at], one));
  }
  if (!isRecord(wanted)) return known === wanted;
  return isRecord(known) && Object.entries(wanted).every(([key, value]) => covers(known[key], value));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
