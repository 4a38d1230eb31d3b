import type { Chat, ChatMember, Message, Update, User } from 'telegraf/types';
import { readBareWords } from '../../../src/arguments/plain-words/read-bare-words.ts';
import { readTyped } from '../../../src/arguments/read-typed.ts';
import type { CommandSpec } from '../../../src/chat/platform.ts';
import type { CommandRequest } from '../../../src/chat/request.ts';
import { chooseLanguage, type Language } from '../../../src/locales/languages.ts';
import type { Address } from '../../../src/subscription/address.ts';
import type { Place } from '../../../src/subscription/store.ts';
import { parseStart } from '../deep-link.ts';
import { type DocumentRef, readWriting } from './read-document.ts';

/** The bot's own account. */
export interface Me {
  id: number;
  username: string;
}

export interface Command {
  kind: 'command';
  request: CommandRequest;
  /** The document with the command as its caption, or else the one that the command answers. */
  document: DocumentRef | undefined;
  message: number;
  /** The message that this one answers. */
  replyTo: number | undefined;
  edited: boolean;
  /** Only the bot can be meant, so that an unknown command is answered too. */
  personal: boolean;
  inReplyThread: boolean;
}

export interface Press {
  kind: 'press';
  request: CommandRequest;
  id: string;
  message: number | undefined;
  /** In a channel, everybody would read an answer. */
  inChannel: boolean;
  /** Among the comments of a channel's post or other replies, where only a reply stays. */
  inReplyThread: boolean;
  /** The message, if it was posted through inline mode: the bot may not be in its chat. */
  inlineMessage: string | undefined;
}

export interface InlineQuery {
  kind: 'inline';
  id: string;
  query: string;
  offset: string;
  language: Language;
  by: string;
}

/**
 * What an update means for the bot. `member`: the bot was added to a chat, or removed from it; in a group that is new to it,
 * it introduces itself with the answer to `introduction`. `rights`: what a user may do in
 * a chat has changed.
 */
export type Incoming =
  | Command
  | Press
  | InlineQuery
  | { kind: 'moved'; from: Address; to: Address }
  | { kind: 'member'; place: Place; isThere: boolean; introduction?: CommandRequest }
  | { kind: 'rights'; in: Address; of: string };

interface ReadContext {
  me: Me;
  /** The language of chats, and of users without one. */
  language: Language;
  commands: readonly Pick<CommandSpec, 'name' | 'names' | 'takesBareWords'>[];
}

const PLATFORM = 'telegram';
/** Nobody types a longer command. */
const MAX_INPUT = 1000;

/** Undefined if an update means nothing for the bot. */
export function readUpdate(update: Update, context: ReadContext): Incoming | undefined {
  if ('message' in update) return readMessage(update.message, context, false);
  if ('edited_message' in update) return readMessage(update.edited_message, context, true);
  if ('channel_post' in update) return readMessage(update.channel_post, context, false);
  if ('edited_channel_post' in update) return readMessage(update.edited_channel_post, context, true);
  if ('callback_query' in update) return readPress(update, context);
  if ('my_chat_member' in update) return readMembership(update, context);
  if ('chat_member' in update) {
    const { chat, new_chat_member: now } = update.chat_member;
    return { kind: 'rights', in: addressOf(chat), of: String(now.user.id) };
  }
  if (!('inline_query' in update)) return undefined;
  const { id, from, query, offset } = update.inline_query;
  const { language } = localeOf(from, context);
  return { kind: 'inline', id, query: query.trim(), offset, language, by: String(from.id) };
}

function readMembership({ my_chat_member: change }: Update.MyChatMemberUpdate, context: ReadContext): Incoming {
  const { chat, from, old_chat_member: before, new_chat_member: now } = change;
  const place = addressOf(chat);
  const isThere = isIn(now);
  const isGroup = chat.type === 'group' || chat.type === 'supergroup';
  if (!isGroup || !isThere || isIn(before)) return { kind: 'member', place, isThere };
  const introduction = { name: 'start', input: '', ...localeOf(from, context), in: place, by: String(from.id) };
  return { kind: 'member', place, isThere, introduction };
}

function isIn(member: ChatMember): boolean {
  return member.status === 'restricted' ? member.is_member : member.status !== 'left' && member.status !== 'kicked';
}

function readMessage(message: Message, context: ReadContext, edited: boolean): Incoming | undefined {
  const { chat, from, sender_chat: senderChat } = message;
  if ('migrate_to_chat_id' in message) {
    return { kind: 'moved', from: addressOf(chat), to: addressOf({ id: message.migrate_to_chat_id }) };
  }
  if ('forum_topic_reopened' in message) {
    return { kind: 'member', place: addressOf(chat, message), isThere: true };
  }
  // Telegram itself forwards the posts of a channel into its discussion group; and cards of the bot are no commands to it.
  if ('is_automatic_forward' in message || ('via_bot' in message && message.via_bot?.id === context.me.id))
    return undefined;
  // Anonymous admins and channels speak through bots of Telegram's own, with the chat as the sender.
  const isByOtherBot = from?.is_bot === true && senderChat === undefined;
  const writing = readWriting(message);
  if (writing === undefined || isByOtherBot) return undefined;
  const { text, isCaption, document, replyTo } = writing;
  const isPrivate = chat.type === 'private';
  // A caption without a slash is about the document.
  const typed = readCommand(text.slice(0, MAX_INPUT), context, isPrivate && !isCaption);
  if (typed === undefined) return undefined;
  const { isAddressed, ...command } = typed;
  const locale = localeOf(senderChat === undefined ? from : undefined, context);
  const by = String((senderChat ?? from ?? chat).id);
  return {
    kind: 'command',
    request: { ...command, ...locale, in: addressOf(chat, message), by },
    document,
    message: message.message_id,
    replyTo,
    edited,
    personal: isPrivate || isAddressed,
    inReplyThread: isInReplyThread(message),
  };
}

interface CommandText {
  name: string;
  input: string;
  /** The whole text, if it has no slash. */
  words?: string;
  /** The text names the bot. */
  isAddressed: boolean;
}

/** A command for this bot. In private, words without a slash are for it too. */
function readCommand(text: string, context: ReadContext, isPrivate: boolean): CommandText | undefined {
  const typed = readTyped(text);
  if (typed === undefined) return undefined;
  const { name, input, bot, words } = typed;
  if (words !== undefined)
    return isPrivate ? { ...readBareWords(words, typed, context.commands), words, isAddressed: true } : undefined;
  if (bot !== undefined && bot !== context.me.username.toLowerCase()) return undefined;
  const isAddressed = bot !== undefined;
  // Other links to the bot only open its chat.
  if (name === 'start') return { ...(parseStart(input) ?? { name, input: '' }), isAddressed };
  const known = context.commands.find(({ names }) => names.includes(name));
  return { name: known?.name ?? name, input, isAddressed };
}

function readPress({ callback_query: query }: Update.CallbackQueryUpdate, context: ReadContext): Incoming {
  const { id, from, message, inline_message_id: inlineMessage } = query;
  const { name, input } = readCommand('data' in query ? query.data : '', context, false) ?? { name: 'help', input: '' };
  // A message posted through inline mode is in no chat of the bot: the answer goes to the user.
  const at = addressOf(message?.chat ?? from, message);
  return {
    kind: 'press',
    request: { name, input, ...localeOf(from, context), in: at, by: String(from.id) },
    id,
    // A message that is too old for the bot to see has no content, and its date is 0.
    message: message === undefined || message.date === 0 ? undefined : message.message_id,
    inChannel: message?.chat.type === 'channel',
    inReplyThread: message !== undefined && isInReplyThread(message),
    inlineMessage,
  };
}

/** Outside forums, Telegram ignores the thread that a request names. */
function isInReplyThread(message: object): boolean {
  return 'message_thread_id' in message && !('is_topic_message' in message && message.is_topic_message === true);
}

function addressOf({ id }: Pick<Chat, 'id'>, message?: object & { message_thread_id?: number }): Address {
  const isInTopic = message !== undefined && 'is_topic_message' in message && message.is_topic_message === true;
  const thread = isInTopic ? message.message_thread_id : undefined;
  return { platform: PLATFORM, chat: String(id), ...(thread !== undefined && { thread: String(thread) }) };
}

function localeOf(from: User | undefined, { language }: ReadContext): Pick<CommandRequest, 'language' | 'locale'> {
  const code = from?.language_code;
  return code === undefined ? { language } : { language: chooseLanguage(code), locale: code };
}
