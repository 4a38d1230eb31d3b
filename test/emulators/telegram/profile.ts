import { badRequest, type Call, fieldsOf, type Method, toStructure, toText, violation } from './call.ts';
import type { World } from './world.ts';

export interface Command {
  command: string;
  description: string;
}

/** The scope of a command list. */
export interface Scope {
  type: string;
  chat_id?: number | string;
  user_id?: number;
}

const SCOPES =
  /^(?:default|all_private_chats|all_group_chats|all_chat_administrators|chat|chat_administrators|chat_member)$/;
const MAX_COMMANDS = 100;
const MAX_NAME = 32;
const MAX_SUMMARY = 256;

/** The methods for the bot's profile, commands and members. */
export function createProfile(world: World) {
  const lists = new Map<string, Command[]>();

  function keyOf(call: Call): string {
    const scope = fieldsOf(toStructure(call.params['scope'], 'BotCommandScope') ?? { type: 'default' });
    if (!SCOPES.test(toText(scope['type']))) throw violation("Can't parse BotCommandScope: Unsupported type specified");
    if (toText(scope['type']).startsWith('chat')) world.reach(scope['chat_id'], 'read');
    return toKey(scope, readLanguageCode(call));
  }

  function describe(field: string, max: number): Record<'get' | 'set', Method> {
    const texts = new Map<string, string>();
    return {
      get: (call) => ({ [field]: texts.get(readLanguageCode(call)) ?? '' }),
      set(call) {
        const text = toText(call.params[field]);
        if (text.length > max) throw violation(`${field} is too long`);
        texts.set(readLanguageCode(call), text);
        return true;
      },
    };
  }

  const long = describe('description', 512);
  const short = describe('short_description', 120);

  const methods: Record<string, Method> = {
    getMe: () => ({
      ...world.bot,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: true,
    }),
    setMyCommands(call) {
      const commands = readCommands(call);
      lists.set(keyOf(call), commands);
      return true;
    },
    getMyCommands: (call) => lists.get(keyOf(call)) ?? [],
    deleteMyCommands(call) {
      lists.delete(keyOf(call));
      return true;
    },
    getMyDescription: long.get,
    setMyDescription: long.set,
    getMyShortDescription: short.get,
    setMyShortDescription: short.set,
    getChatMember(call) {
      const { chat, bot, members } = world.reach(call.params['chat_id'], 'read');
      const id = Number(toText(call.params['user_id']));
      const user = world.users.get(id);
      if (!user) throw badRequest('PARTICIPANT_ID_INVALID');
      const outside = chat.id === id ? 'member' : 'left';
      return { user, status: id === world.bot.id ? bot : (members.get(id) ?? outside) };
    },
    getChatAdministrators(call) {
      const { members } = world.reach(call.params['chat_id'], 'read');
      const all = [...members].map(([id, status]) => ({ user: world.users.get(id), status }));
      return all.filter(({ status }) => status === 'creator' || status === 'administrator');
    },
  };

  return {
    methods,
    commandsOf: (scope: Scope, languageCode = '') => lists.get(toKey({ ...scope }, languageCode)) ?? [],
  };
}

function toKey(scope: Readonly<Record<string, unknown>>, languageCode: string): string {
  return [scope['type'], scope['chat_id'], scope['user_id'], languageCode].map(toText).join(' ');
}

function readLanguageCode(call: Call): string {
  const code = toText(call.params['language_code']);
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw violation('Invalid language code specified');
  return code;
}

function readCommands(call: Call): Command[] {
  const value = toStructure(call.params['commands'], 'commands') ?? [];
  if (!Array.isArray(value)) throw violation('Expected an Array of BotCommand');
  if (value.length > MAX_COMMANDS) throw violation('BOT_COMMANDS_TOO_MUCH');
  return value.map((one: unknown) => {
    const [command, description] = ['command', 'description'].map((field) => toText(fieldsOf(one)[field]).trim());
    if (!command) throw violation('Command must be non-empty');
    if (command.length > MAX_NAME) throw violation(`Command length must not exceed ${MAX_NAME}`);
    if (!description) throw violation('Command description must be non-empty');
    if (description.length > MAX_SUMMARY) throw violation(`Command description length must not exceed ${MAX_SUMMARY}`);
    if (!/^[a-z0-9_]+$/.test(command)) throw violation('BOT_COMMAND_INVALID');
    return { command, description };
  });
}
