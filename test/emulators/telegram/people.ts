import type { CallbackQuery, Chat, Content, InlineQuery, MemberStatus, Message, User } from './model.ts';
import type { Pending } from './query-answers.ts';
import type { Updates } from './updates.ts';
import { type Place, toSeconds, type World, withoutReply } from './world.ts';

interface Deps {
  world: World;
  updates: Updates;
  presses: Pending<CallbackQuery>[];
  questions: Pending<InlineQuery>[];
}

/** A chat id, or a more exact place in a chat. */
type Where = number | Spot;

interface Spot {
  chatId: number;
  /** The message to reply to. */
  replyTo?: number;
  threadId?: number;
  /** Posted as an inline card of the bot. */
  viaBot?: boolean;
  /** A document, with the text as its caption; an empty one is left out. */
  document?: { name: string; text: string };
  /** The sender: the chat's own id for an anonymous admin, or the id of a linked channel. */
  asChat?: number;
}

type MessageAt = Pick<Message, 'chat' | 'message_id'>;

/** The accounts that Telegram uses as the sender of anonymous admins and of linked channels. */
const ANONYMOUS: User = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const TELEGRAM: User = { id: 777000, is_bot: false, first_name: 'Telegram' };

/** Simulates what people do. Returns the update's id too, if the bot gets an update. */
export function createPeople({ world, updates, presses, questions }: Deps) {
  const { placeOf } = world;

  function pushIfVisible(place: Place, kind: string, message: Message): number | undefined {
    return isVisibleToBot(place, message, world.bot) ? updates.push(kind, message) : undefined;
  }

  function say(user: User, where: Where, text: string) {
    const {
      chatId,
      replyTo,
      threadId,
      asChat,
      viaBot = false,
      document,
    }: Spot = typeof where === 'number' ? { chatId: where } : where;
    const place = placeOf(chatId);
    if (place.chat.type === 'private') startChat(place);
    const speaker = asChat === undefined ? { from: user } : authorFor(placeOf(asChat).chat, chatId);
    const author = { ...speaker, ...(viaBot && { via_bot: world.bot }) };
    const answered = replyTo === undefined ? undefined : messageOf(place, replyTo);
    const message = world.add(place, {
      content: { ...author, ...contentOf(text, document) },
      replyTo: answered,
      threadId,
    });
    return { message, updateId: pushIfVisible(place, 'message', message) };
  }

  function push(user: User, data: string, message: object): CallbackQuery {
    const id = String(presses.length + 1_000_001);
    const updateId = updates.push('callback_query', { id, from: user, data, chat_instance: '1', ...message });
    const press = { id, updateId, data };
    presses.push({ item: press, at: Date.now() });
    return press;
  }

  function setMember(chatId: number, user: User, status: MemberStatus) {
    const place = placeOf(chatId);
    const isBot = user.id === world.bot.id;
    const before = isBot ? place.bot : (place.members.get(user.id) ?? 'left');
    const member = (now: MemberStatus) => ({ user, status: now });
    const change = { old_chat_member: member(before), new_chat_member: member(status) };
    const from = world.users.get([...place.members.keys()][0] ?? chatId) ?? ANONYMOUS;
    const update = { chat: place.chat, from, date: toSeconds(Date.now()), ...change };
    if (isBot) place.bot = status;
    else place.members.set(user.id, status);
    if (isBot) return updates.push('my_chat_member', update);
    // Only an admin hears of others: https://core.telegram.org/bots/api#update
    return place.bot === 'administrator' ? updates.push('chat_member', update) : undefined;
  }

  return {
    say,
    /** Edits a person's message. */
    edit({ chat, message_id: id }: MessageAt, text: string) {
      const place = placeOf(chat.id);
      const { entities: _, ...before } = messageOf(place, id);
      const message = { ...before, ...toCommandText(text), edit_date: toSeconds(Date.now()) };
      place.messages.set(id, message);
      return {
        message,
        updateId: pushIfVisible(place, chat.type === 'channel' ? 'edited_channel_post' : 'edited_message', message),
      };
    },
    post(chatId: number, text: string) {
      const place = placeOf(chatId);
      const message = world.add(place, { content: { sender_chat: place.chat, ...toCommandText(text) } });
      return { message, updateId: pushIfVisible(place, 'channel_post', message) };
    },
    /** Presses a button of the current message. */
    press(user: User, { chat, message_id: id }: MessageAt, buttonText: string): CallbackQuery {
      const message = messageOf(placeOf(chat.id), id);
      return push(user, dataOf(message, buttonText), { message: withoutReply(message) });
    },
    /** Posts an inline result, and returns the id of the inline message. */
    choose({ answer }: InlineQuery, resultId: string): string {
      const chosen = answer?.results.find(({ id }) => id === resultId);
      if (!chosen) throw new Error(`Nothing was offered as ${resultId}.`);
      const id = `inline-${world.inlineMessages.size + 1}`;
      world.inlineMessages.set(id, chosen.content);
      return id;
    },
    pressInline(user: User, inlineMessageId: string, buttonText: string): CallbackQuery {
      const content = world.inlineMessages.get(inlineMessageId) ?? {};
      return push(user, dataOf(content, buttonText), { inline_message_id: inlineMessageId });
    },
    /** Presses a button that the message no longer has, or of a message that is inaccessible to the bot. */
    pressStale(
      user: User,
      { chat, message_id: id }: MessageAt,
      how: { data: string; inaccessible?: boolean },
    ): CallbackQuery {
      const found = how.inaccessible ? undefined : placeOf(chat.id).messages.get(id);
      const message = found ? withoutReply(found) : { chat, message_id: id, date: 0 };
      return push(user, how.data, { message });
    },
    ask(user: User, query: string, offset = ''): InlineQuery {
      const id = String(questions.length + 2_000_001);
      const updateId = updates.push('inline_query', { id, from: user, query, offset });
      const question = { id, updateId, query };
      questions.push({ item: question, at: Date.now() });
      return question;
    },
    setMember,
    block: (user: User) => setMember(user.id, world.bot, 'kicked'),
    unblock: (user: User) => setMember(user.id, world.bot, 'member'),
    kick: (chatId: number) => setMember(chatId, world.bot, 'kicked'),
    /** Somebody adds the bot to a chat that it was not in. */
    invite: (chatId: number) => setMember(chatId, world.bot, 'member'),
    promote: (chatId: number) => setMember(chatId, world.bot, 'administrator'),
  };
}

function startChat(place: Place): void {
  if (place.bot === 'kicked') throw new Error('Who has blocked the bot cannot write to it.');
  place.started = true;
}

function messageOf({ chat, messages }: Place, messageId: number): Message {
  const message = messages.get(messageId);
  if (!message) throw new Error(`There is no message ${messageId} in chat ${chat.id}.`);
  return message;
}

function dataOf({ reply_markup: keyboard }: Content, buttonText: string): string {
  const buttons = keyboard?.inline_keyboard.flat() ?? [];
  const data = buttons.find(({ text }) => text === buttonText)?.callback_data;
  if (data !== undefined) return data;
  throw new Error(`No button "${buttonText}" to press; there is: ${buttons.map(({ text }) => text).join(', ')}.`);
}

function authorFor(speaker: Chat, chatId: number): Partial<Message> {
  if (speaker.id === chatId) return { from: ANONYMOUS, sender_chat: speaker };
  return { from: TELEGRAM, sender_chat: speaker, is_automatic_forward: true };
}

/** Telegram marks only commands with Latin names, and only if the whole word is Latin. */
function contentOf(text: string, document: Spot['document']): Partial<Message> {
  if (document === undefined) return toCommandText(text);
  const id = `BQACAgIAAxUser${document.name}`;
  return {
    document: {
      file_id: id,
      file_unique_id: id.slice(-8),
      file_name: document.name,
      mime_type: 'application/json',
      file_size: Buffer.byteLength(document.text),
    },
    document_text: document.text,
    ...(text !== '' && { caption: text }),
  };
}

function toCommandText(text: string): Pick<Message, 'text' | 'entities'> {
  const [command] = /^\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_@])/u.exec(text) ?? [];
  return { text, ...(command && { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }) };
}

/**
 * In groups, a bot that is not an admin receives only messages that start with a slash, in any script, and replies to its messages:
 * "your bot will only receive messages that either start with the '/' symbol or mention the bot by username" (BotFather,
 * /setprivacy). Latin commands addressed to another bot are excluded.
 */
function isVisibleToBot({ chat, bot: status }: Place, message: Message, bot: User): boolean {
  if (status === 'left' || status === 'kicked') return false;
  if (chat.type === 'private' || status === 'administrator') return true;
  if (chat.type === 'channel') return false;
  const [, addressee] = /^\/\w+(?:@(\w+))?/.exec(message.text ?? message.caption ?? '') ?? [undefined, undefined];
  const hasSlash = (message.text ?? message.caption)?.startsWith('/') === true;
  const isForBot = hasSlash && (addressee ?? bot.username)?.toLowerCase() === bot.username?.toLowerCase();
  return isForBot || message.reply_to_message?.from?.id === bot.id;
}
