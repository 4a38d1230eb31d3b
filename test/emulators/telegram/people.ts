import type { Asked } from './answering.ts';
import type { Chat, Content, MemberStatus, Message, Press, Question, User } from './model.ts';
import type { Updates } from './updates.ts';
import { type Place, toSeconds, type World, withoutReply } from './world.ts';

interface Deps {
  world: World;
  updates: Updates;
  presses: Asked<Press>[];
  questions: Asked<Question>[];
}

/** Where something is said: a chat, or more exactly. */
type Where = number | Spot;

interface Spot {
  chatId: number;
  /** The message that this one answers. */
  replyTo?: number;
  threadId?: number;
  /** The chat itself speaks through an anonymous admin; another one is the channel whose posts come here. */
  asChat?: number;
}

type MessageAt = Pick<Message, 'chat' | 'message_id'>;

/** Telegram's own bot, and its own account, in whose names chats speak. */
const ANONYMOUS: User = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const TELEGRAM: User = { id: 777000, is_bot: false, first_name: 'Telegram' };

/** What people do. Where the bot is told, the update's id comes back too. */
export function createPeople({ world, updates, presses, questions }: Deps) {
  const { placeOf } = world;

  function tell(place: Place, kind: string, message: Message): number | undefined {
    return mayHear(place, message, world.bot) ? updates.push(kind, message) : undefined;
  }

  function say(user: User, where: Where, text: string) {
    const { chatId, replyTo, threadId, asChat }: Spot = typeof where === 'number' ? { chatId: where } : where;
    const place = placeOf(chatId);
    if (place.chat.type === 'private') wake(place);
    const author = asChat === undefined ? { from: user } : authorFor(placeOf(asChat).chat, chatId);
    const answered = replyTo === undefined ? undefined : messageOf(place, replyTo);
    const message = world.add(place, { content: { ...author, ...toCommandText(text) }, replyTo: answered, threadId });
    return { message, updateId: tell(place, 'message', message) };
  }

  function push(user: User, data: string, message: object): Press {
    const id = String(presses.length + 1_000_001);
    const updateId = updates.push('callback_query', { id, from: user, data, chat_instance: '1', ...message });
    const press = { id, updateId, data };
    presses.push({ item: press, at: Date.now() });
    return press;
  }

  function setMember(chatId: number, user: User, status: MemberStatus) {
    const place = placeOf(chatId);
    if (user.id !== world.bot.id) {
      place.members.set(user.id, status);
      return undefined;
    }
    const member = (now: MemberStatus) => ({ user: world.bot, status: now });
    const change = { old_chat_member: member(place.bot), new_chat_member: member(status) };
    place.bot = status;
    const from = world.users.get([...place.members.keys()][0] ?? chatId) ?? ANONYMOUS;
    return updates.push('my_chat_member', { chat: place.chat, from, date: toSeconds(Date.now()), ...change });
  }

  return {
    say,
    /** Whoever said it says it otherwise. */
    edit({ chat, message_id: id }: MessageAt, text: string) {
      const place = placeOf(chat.id);
      const { entities: _, ...before } = messageOf(place, id);
      const message = { ...before, ...toCommandText(text), edit_date: toSeconds(Date.now()) };
      place.messages.set(id, message);
      return {
        message,
        updateId: tell(place, chat.type === 'channel' ? 'edited_channel_post' : 'edited_message', message),
      };
    },
    post(chatId: number, text: string) {
      const place = placeOf(chatId);
      const message = world.add(place, { content: { sender_chat: place.chat, ...toCommandText(text) } });
      return { message, updateId: tell(place, 'channel_post', message) };
    },
    /** Presses a button that the message shows now. */
    press(user: User, { chat, message_id: id }: MessageAt, buttonText: string): Press {
      const message = messageOf(placeOf(chat.id), id);
      return push(user, dataOf(message, buttonText), { message: withoutReply(message) });
    },
    /** Posts what was offered in inline mode to somewhere; its id is how the bot knows it. */
    choose({ answer }: Question, resultId: string): string {
      const chosen = answer?.results.find(({ id }) => id === resultId);
      if (!chosen) throw new Error(`Nothing was offered as ${resultId}.`);
      const id = `inline-${world.inlineMessages.size + 1}`;
      world.inlineMessages.set(id, chosen.shown);
      return id;
    },
    pressInline(user: User, inlineMessageId: string, buttonText: string): Press {
      const content = world.inlineMessages.get(inlineMessageId) ?? {};
      return push(user, dataOf(content, buttonText), { inline_message_id: inlineMessageId });
    },
    /** Presses a button that is not there any more, maybe of a message that the bot cannot see. */
    pressStale(user: User, { chat, message_id: id }: MessageAt, how: { data: string; inaccessible?: boolean }): Press {
      const found = how.inaccessible ? undefined : placeOf(chat.id).messages.get(id);
      const message = found ? withoutReply(found) : { chat, message_id: id, date: 0 };
      return push(user, how.data, { message });
    },
    ask(user: User, query: string, offset = ''): Question {
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
  };
}

function wake(place: Place): void {
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

/** Only Latin names are marked as commands, and only where a name ends with them. */
function toCommandText(text: string): Pick<Message, 'text' | 'entities'> {
  const [command] = /^\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_@])/u.exec(text) ?? [];
  return { text, ...(command && { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }) };
}

/**
 * In groups a bot that is no admin hears what starts with a slash, in any script, and answers to what it said, nothing else:
 * "your bot will only receive messages that either start with the '/' symbol or mention the bot by username" (BotFather,
 * /setprivacy). Commands with a Latin name for another bot are that one's.
 */
function mayHear({ chat, bot: status }: Place, message: Message, bot: User): boolean {
  if (status === 'left' || status === 'kicked') return false;
  if (chat.type === 'private' || status === 'administrator') return true;
  if (chat.type === 'channel') return false;
  const [, addressee] = /^\/\w+(?:@(\w+))?/.exec(message.text ?? '') ?? [undefined, undefined];
  const hasSlash = message.text?.startsWith('/') === true;
  const isForBot = hasSlash && (addressee ?? bot.username)?.toLowerCase() === bot.username?.toLowerCase();
  return isForBot || message.reply_to_message?.from?.id === bot.id;
}
