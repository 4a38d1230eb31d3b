import type { Chat, Message, Update, User } from 'telegraf/types';
import { bareCommand } from '../../src/arguments/bare-command.ts';
import { readTyped } from '../../src/arguments/read-typed.ts';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { CommandRequest } from '../../src/chat/request.ts';
import type { Language } from '../../src/locales/language.ts';
import { chooseLanguage } from '../../src/locales/language.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { Place } from '../../src/subscription/store.ts';
import { parseStart } from './deep-link.ts';

/** Who the bot is on Telegram. */
export interface Me {
  id: number;
  username: string;
}

/** What someone did, as far as it concerns the bot. */
export type Incoming =
  | {
      kind: 'command';
      request: CommandRequest;
      message: number;
      /** The message that this one answers. */
      replyTo: number | undefined;
      edited: boolean;
      /** Nobody else can be meant, so that an unknown command is answered too. */
      personal: boolean;
    }
  | {
      kind: 'press';
      request: CommandRequest;
      id: string;
      message: number | undefined;
      /** In a channel, where an answer would be everybody's. */
      inChannel: boolean;
      /** Of a message that was posted through inline mode, in a chat the bot may not be in. */
      inlineMessage: string | undefined;
    }
  | { kind: 'inline'; id: string; query: string; offset: string; language: Language; by: string }
  | { kind: 'moved'; from: Address; to: Address }
  /** The bot was let into a chat, or shut out of it. */
  | { kind: 'member'; place: Place; isThere: boolean };

/** How an update is read. */
export interface ReadUpdate {
  me: Me;
  /** The language of chats, and of people who have none set. */
  language: Language;
  /** The commands that may be meant. */
  commands: readonly Pick<CommandSpec, 'name' | 'names' | 'takesBareWords'>[];
}

const PLATFORM = 'telegram';
/** A longer text is no command anybody typed. */
const MAX_INPUT = 1000;

/** What an update asks of the bot; undefined where it asks nothing. */
export function readUpdate(update: Update, reading: ReadUpdate): Incoming | undefined {
  if ('message' in update) return readMessage(update.message, reading, false);
  if ('edited_message' in update) return readMessage(update.edited_message, reading, true);
  if ('channel_post' in update) return readMessage(update.channel_post, reading, false);
  if ('edited_channel_post' in update) return readMessage(update.edited_channel_post, reading, true);
  if ('callback_query' in update) return readPress(update, reading);
  if ('my_chat_member' in update) return readMembership(update);
  if (!('inline_query' in update)) return undefined;
  const { id, from, query, offset } = update.inline_query;
  return { kind: 'inline', id, query: query.trim(), offset, language: languageOf(from, reading), by: String(from.id) };
}

function readMembership({ my_chat_member: { chat, new_chat_member: now } }: Update.MyChatMemberUpdate): Incoming {
  const isThere = now.status === 'restricted' ? now.is_member : now.status !== 'left' && now.status !== 'kicked';
  return { kind: 'member', place: { platform: PLATFORM, chat: String(chat.id) }, isThere };
}

function readMessage(message: Message, reading: ReadUpdate, edited: boolean): Incoming | undefined {
  if ('migrate_to_chat_id' in message) {
    const to = { platform: PLATFORM, chat: String(message.migrate_to_chat_id) };
    return { kind: 'moved', from: { platform: PLATFORM, chat: String(message.chat.id) }, to };
  }
  if (!('text' in message) || isByOtherBot(message)) return undefined;
  const personal = message.chat.type === 'private';
  const typed = readCommand(message.text.slice(0, MAX_INPUT), reading, personal);
  if (typed === undefined) return undefined;
  const request = { name: typed.name, input: typed.input, ...whoAndWhere(message, reading) };
  return {
    kind: 'command',
    request,
    message: message.message_id,
    replyTo: message.reply_to_message?.message_id,
    edited,
    personal: personal || typed.addressed,
  };
}

interface Typed {
  name: string;
  input: string;
  /** The bot was named, or nobody else can be meant. */
  addressed: boolean;
}

type Words = Pick<CommandRequest, 'name'> & { input: string; words: string };

/** A command for this bot. In private there is nobody else to talk to: words without a slash are for it too. */
function readCommand(text: string, reading: ReadUpdate, personal: boolean): Typed | undefined {
  const typed = readTyped(text);
  if (typed === undefined) return undefined;
  const { name, input, bot, words } = typed;
  if (words !== undefined) return personal ? readWords({ name, input, words }, reading) : undefined;
  if (bot !== undefined && bot !== reading.me.username.toLowerCase()) return undefined;
  const addressed = bot !== undefined;
  // Of other links to the bot it is enough that they lead here.
  if (name === 'start') return { ...(parseStart(input) ?? { name, input: '' }), addressed };
  const known = reading.commands.find(({ names }) => names.includes(name));
  return { name: known?.name ?? name, input, addressed };
}

/** A command's name does without its slash; other words are an article's address or number, or are looked for. */
function readWords({ words, ...typed }: Words, { commands }: ReadUpdate): Typed {
  const addressed = true;
  if (/^(?:https?:\/\/\S+|\d{1,3})$/i.test(words.normalize('NFKC')))
    return { name: 'article', input: words, addressed };
  const command = bareCommand(typed, commands);
  if (command === undefined) return { name: 'search', input: words, addressed };
  return { name: command.name, input: typed.input, addressed };
}

/** Anonymous admins and channels speak through bots of Telegram's own, with the chat as the sender. */
function isByOtherBot({ from, sender_chat }: Message): boolean {
  return from?.is_bot === true && sender_chat === undefined;
}

function whoAndWhere(message: Message, reading: ReadUpdate) {
  const { from, sender_chat: asChat } = message;
  const by = asChat ?? from;
  return {
    language: asChat === undefined ? languageOf(from, reading) : reading.language,
    ...(asChat === undefined && localeOf(from)),
    in: addressOf(
      message.chat,
      'is_topic_message' in message && message.is_topic_message ? message.message_thread_id : undefined,
    ),
    by: String(by?.id ?? message.chat.id),
  };
}

function addressOf(chat: Pick<Chat, 'id'>, thread: number | undefined): Address {
  return { platform: PLATFORM, chat: String(chat.id), ...(thread !== undefined && { thread: String(thread) }) };
}

function localeOf(from: Pick<User, 'language_code'> | undefined): Pick<CommandRequest, 'locale'> {
  return from?.language_code === undefined ? {} : { locale: from.language_code };
}

function languageOf(from: Pick<User, 'language_code'> | undefined, { language }: ReadUpdate): Language {
  return from?.language_code === undefined ? language : chooseLanguage(from.language_code);
}

function readPress({ callback_query: pressed }: Update.CallbackQueryUpdate, reading: ReadUpdate): Incoming | undefined {
  const { id, from, message } = pressed;
  const data = 'data' in pressed ? pressed.data : '';
  const typed = readCommand(data, reading, false);
  const { name, input } = typed ?? { name: 'help', input: '' };
  const thread =
    message !== undefined && 'is_topic_message' in message && message.is_topic_message
      ? message.message_thread_id
      : undefined;
  const request: CommandRequest = {
    name,
    input,
    language: languageOf(from, reading),
    ...localeOf(from),
    // A button of a message that was sent through inline mode is in no chat of the bot's: the answer goes to the person.
    in: addressOf(message?.chat ?? from, thread),
    by: String(from.id),
  };
  // A message that is too old for the bot to see has no content, and its date is 0.
  const shown = message !== undefined && message.date !== 0;
  const inlineMessage = pressed.inline_message_id;
  const inChannel = message?.chat.type === 'channel';
  return { kind: 'press', request, id, message: shown ? message.message_id : undefined, inChannel, inlineMessage };
}
