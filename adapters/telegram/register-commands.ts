import type { CommandSpec } from '../../src/chat/platform.ts';
import { chooseLanguage, type Language, languages } from '../../src/locales/languages.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { Client } from './client.ts';
import { retryUntilAnswered } from './connect.ts';
import type { TelegramContext } from './context.ts';
import { TelegramFailure } from './errors.ts';

/** Telegram has languages of two letters only: `zh` has to serve both Chinese scripts. */
const LANGUAGE_CODES = [...new Set(languages.map((tag) => new Intl.Locale(tag).language))].filter(
  ({ length }) => length === 2,
);
const SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const;

/** A property of the bot that Telegram shows to users of one language. */
interface Property {
  /** What follows `getMy` and `setMy` in the names of its methods. */
  name: 'Commands' | 'Description' | 'ShortDescription';
  target: object;
  value: object;
}

interface MenuEntry {
  command: string;
  description: string;
}

/**
 * Registers the bot's description and commands in each language. Unchanged properties are skipped, since Telegram limits how
 * often they are set. A refused property is reported, and tried once more after the others.
 */
export async function registerCommands(commands: readonly CommandSpec[], context: TelegramContext): Promise<void> {
  const refused = await registerAll(propertiesOf(commands, context.language), context);
  await registerAll(refused, context);
}

/** The properties that Telegram refused. */
async function registerAll(properties: readonly Property[], context: TelegramContext): Promise<Property[]> {
  const refused: Property[] = [];
  for (const property of properties) {
    const isAccepted = await retryUntilAnswered(() => register(property, context), context);
    if (isAccepted === false) refused.push(property);
  }
  return refused;
}

/** Whether Telegram accepted it. */
async function register(property: Property, { client, report }: TelegramContext): Promise<boolean> {
  const { name, target, value } = property;
  try {
    if (!(await isRegistered(property, client))) await client.call(`setMy${name}`, { ...target, ...value });
    return true;
  } catch (error) {
    if (!(error instanceof TelegramFailure) || error.reason !== 'refused') throw error;
    report(error);
    return false;
  }
}

async function isRegistered({ name, target, value }: Property, client: Client): Promise<boolean> {
  const found = await client.call<readonly MenuEntry[] | object>(`getMy${name}`, target);
  const current = Array.isArray(found)
    ? { commands: found.map(({ command, description }: MenuEntry) => ({ command, description })) }
    : found;
  return JSON.stringify(current) === JSON.stringify(value);
}

function propertiesOf(commands: readonly CommandSpec[], chatLanguage: Language): Property[] {
  return [undefined, ...LANGUAGE_CODES].flatMap((code): Property[] => {
    const language = code === undefined ? chatLanguage : chooseLanguage(code);
    const t = createTranslator(language);
    const target = code === undefined ? {} : { language_code: code };
    return [
      ...SCOPES.map((type): Property => {
        const value = { commands: menuOf(commands, type, language) };
        return { name: 'Commands', target: { ...target, scope: { type } }, value };
      }),
      { name: 'Description', target, value: { description: t('telegram.description') } },
      { name: 'ShortDescription', target, value: { short_description: t('telegram.shortDescription') } },
    ];
  });
}

function menuOf(commands: readonly CommandSpec[], scope: (typeof SCOPES)[number], language: Language): MenuEntry[] {
  const isForAll = scope === 'all_group_chats' || scope === 'default';
  return commands
    .filter(({ adminsOnly }) => !(isForAll && adminsOnly))
    .map(({ name, summary }) => ({ command: name, description: summary(language) }));
}
