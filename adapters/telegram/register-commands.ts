import type { CommandSpec } from '../../src/chat/platform.ts';
import { chooseLanguage, type Language, languages } from '../../src/locales/language.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { Client } from './client.ts';
import { type ConnectDeps, retryUntilAnswered } from './connect.ts';
import { TelegramFailure } from './errors.ts';

/** Telegram has languages of two letters only: `zh` has to serve both Chinese scripts. */
const LANGUAGE_CODES = [...new Set(languages.map((tag) => new Intl.Locale(tag).language))].filter(
  ({ length }) => length === 2,
);
const SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const;
const MAX_SUMMARY = 256;

/** One thing that Telegram shows of the bot, to those who use it in one language. */
interface Piece {
  get: 'getMyCommands' | 'getMyDescription' | 'getMyShortDescription';
  set: 'setMyCommands' | 'setMyDescription' | 'setMyShortDescription';
  where: object;
  value: { commands: readonly Shown[] } | { description: string } | { short_description: string };
}

interface Shown {
  command: string;
  description: string;
}

/**
 * Tells Telegram what the bot is and which commands it has, in each language: what is shown already is left alone, as
 * Telegram lets this be changed only now and then. A piece that it refuses is reported, and tried once more after the others.
 */
export async function registerCommands(commands: readonly CommandSpec[], deps: ConnectDeps): Promise<void> {
  const refused = await registerAll(piecesOf(commands, deps.language), deps);
  await registerAll(refused, deps);
}

/** Registers each piece; the ones that were refused. */
async function registerAll(pieces: readonly Piece[], deps: ConnectDeps): Promise<Piece[]> {
  const refused: Piece[] = [];
  for (const piece of pieces)
    if ((await retryUntilAnswered(() => register(piece, deps), deps)) === false) refused.push(piece);
  return refused;
}

/** Whether Telegram took it. */
async function register(piece: Piece, { client, report }: ConnectDeps): Promise<boolean> {
  try {
    if (!(await isShown(piece, client))) await client.call(piece.set, { ...piece.where, ...piece.value });
    return true;
  } catch (error) {
    if (!(error instanceof TelegramFailure) || error.reason !== 'refused') throw error;
    report(error);
    return false;
  }
}

async function isShown({ get, where, value }: Piece, client: Client): Promise<boolean> {
  const shown = await client.call<readonly Shown[] | object>(get, where);
  const known = Array.isArray(shown) ? { commands: shown.map(toShown) } : shown;
  return JSON.stringify(known) === JSON.stringify(value);
}

function toShown({ command, description }: Shown): Shown {
  return { command, description };
}

function piecesOf(commands: readonly CommandSpec[], chats: Language): Piece[] {
  return [undefined, ...LANGUAGE_CODES].flatMap((code): Piece[] => {
    const language = code === undefined ? chats : chooseLanguage(code);
    const t = createTranslator(language);
    const where = code === undefined ? {} : { language_code: code };
    return [
      ...SCOPES.map((type) => commandsPiece(type, { commands, language, where })),
      { get: 'getMyDescription', set: 'setMyDescription', where, value: { description: t('telegram.description') } },
      {
        get: 'getMyShortDescription',
        set: 'setMyShortDescription',
        where,
        value: { short_description: t('telegram.shortDescription') },
      },
    ];
  });
}

function commandsPiece(
  type: (typeof SCOPES)[number],
  { commands, language, where }: { commands: readonly CommandSpec[]; language: Language; where: object },
): Piece {
  const forAll = type === 'all_group_chats' || type === 'default';
  const offered = forAll ? commands.filter(({ adminsOnly }) => !adminsOnly) : commands;
  const shown = offered.map(({ name, summary }) => ({
    command: name,
    description: summary(language).slice(0, MAX_SUMMARY),
  }));
  return {
    get: 'getMyCommands',
    set: 'setMyCommands',
    where: { ...where, scope: { type } },
    value: { commands: shown },
  };
}
