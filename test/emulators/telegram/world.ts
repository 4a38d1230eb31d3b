import { badRequest, type Call, fieldsOf, forbidden, toBoolean, toStructure, toText, violation } from './call.ts';
import type { Chat, Content, MemberStatus, Message, User } from './model.ts';

/** A chat with its members and messages. */
export interface Place {
  chat: Chat;
  /** The bot's status; in a private chat, `kicked` means blocked. */
  bot: MemberStatus;
  members: Map<number, MemberStatus>;
  /** An edit replaces the message object; it never mutates it. */
  messages: Map<number, Message>;
  /** The ids of the bot's own messages. */
  own: Set<number>;
  /** The first message of each topic, by thread id. */
  topics: Map<number, Message>;
  /** Topics that Telegram does not find by their ids any more, though people write there. */
  lostTopics: Set<number>;
  /** Topics in which only admins may write. */
  closedTopics: Set<number>;
  /** What the bot may not send, unless it is an admin. */
  denied: Set<Sendable>;
  /** In a private chat: whether the person has ever written. */
  started: boolean;
  movedTo?: number;
}

/** What members of a group may be forbidden to send. */
export type Sendable = 'text messages' | 'photos' | 'documents';

interface Post {
  content: Partial<Message>;
  replyTo?: Message | undefined;
  threadId?: number | undefined;
}

export type World = ReturnType<typeof createWorld>;

/** All people, chats and messages. */
export function createWorld(bot: User) {
  const users = new Map([[bot.id, bot]]);
  const places = new Map<number, Place>();
  const inlineMessages = new Map<string, Content>();
  const lastIds = new Map<number, number>();

  function nextId({ chat }: Place): number {
    const counter = chat.type === 'private' || chat.type === 'group' ? 0 : chat.id;
    const id = (lastIds.get(counter) ?? 0) + 1;
    lastIds.set(counter, id);
    return id;
  }

  /** A chat that the test created; throws if it does not exist. */
  function placeOf(chatId: number): Place {
    const place = places.get(chatId);
    if (!place) throw new Error(`The test knows no chat ${chatId}.`);
    return place;
  }

  function add(place: Place, { content, replyTo, threadId }: Post): Message {
    const id = nextId(place);
    const answered = replyTo ?? (threadId === undefined ? undefined : place.topics.get(threadId));
    const message: Message = {
      message_id: id,
      date: toSeconds(Date.now()),
      chat: place.chat,
      ...threadFields(place, replyTo, threadId),
      ...(answered && { reply_to_message: withoutReply(answered) }),
      ...content,
    };
    place.messages.set(id, message);
    return message;
  }

  return {
    bot,
    users,
    places,
    /** Messages posted through inline mode, by id; their chats are unknown. */
    inlineMessages,
    placeOf,
    add,
    addPlace(chat: Chat, more: Partial<Place> = {}): Place {
      const fresh = {
        members: new Map(),
        messages: new Map(),
        topics: new Map(),
        lostTopics: new Set<number>(),
        closedTopics: new Set<number>(),
        denied: new Set<Sendable>(),
        own: new Set<number>(),
      };
      const place: Place = { chat, bot: 'member', started: true, ...fresh, ...more };
      places.set(chat.id, place);
      return place;
    },
    /** The chat of a request; throws if the bot has no access to it. */
    reach(chatId: unknown, need: 'read' | 'write'): Place {
      if (toText(chatId) === '') throw violation('chat_id is empty');
      const place = places.get(Number(toText(chatId)));
      if (!place) throw badRequest('Chat not found');
      if (place.chat.type === 'private') checkPrivate(place, need, isSeen(places, place.chat.id));
      else checkGroup(place, need);
      return place;
    },
    /** Throws if the bot is restricted there, or its topic is closed. */
    checkRights({ bot: status, denied, closedTopics }: Place, call: Call, what: Sendable): void {
      if (status === 'administrator' || status === 'creator') return;
      if (denied.has(what)) throw badRequest(`Not enough rights to send ${what} to the chat`);
      if (closedTopics.has(Number(toText(call.params['message_thread_id'])))) throw badRequest('TOPIC_CLOSED');
    },
    /** Adds the bot's message to a chat, in the thread and as the reply that the request asks for. */
    send(place: Place, call: Call, content: Content & { media_group_id?: string }): Message {
      const { message_thread_id: thread, reply_parameters: reply } = call.params;
      const threadId = readThread(place, thread);
      const author = place.chat.type === 'channel' ? { sender_chat: place.chat } : { from: bot };
      const replyTo = findReplied(place, fieldsOf(toStructure(reply, 'reply parameters')));
      const message = add(place, { content: { ...author, ...content }, replyTo, threadId });
      place.own.add(message.message_id);
      return message;
    },
  };
}

/** The topic that a request names. Outside forums, Telegram ignores it; people's private chats have none here. */
export function readThread({ chat, topics, lostTopics }: Place, value: unknown): number | undefined {
  if (toText(value) === '' || (chat.type !== 'private' && chat.is_forum !== true)) return undefined;
  const thread = Number(toText(value));
  if (!topics.has(thread) || lostTopics.has(thread)) throw badRequest('Message thread not found');
  return thread;
}

/** A message nested in another one, without its own reply. */
export function withoutReply(message: Message): Message {
  const { reply_to_message: _, ...alone } = message;
  return alone;
}

export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** In forums, a message belongs to a topic. In other supergroups, replies form threads, which are not topics. */
function threadFields({ chat, topics }: Place, replyTo?: Message, threadId?: number): Partial<Message> {
  const thread = threadId ?? replyTo?.message_thread_id;
  if (thread !== undefined && topics.has(thread)) return { message_thread_id: thread, is_topic_message: true };
  if (chat.type !== 'supergroup' || chat.is_forum || !replyTo) return {};
  return { message_thread_id: thread ?? replyTo.message_id };
}

function findReplied({ messages }: Place, reply: Readonly<Record<string, unknown>>): Message | undefined {
  if (reply['message_id'] === undefined) return undefined;
  const found = messages.get(Number(reply['message_id']));
  if (!found && !toBoolean(reply['allow_sending_without_reply'])) throw badRequest('Message to be replied not found');
  return found;
}

function isSeen(places: ReadonlyMap<number, Place>, user: number): boolean {
  return [...places.values()].some(({ members }) => members.has(user));
}

function checkPrivate({ started, bot }: Place, need: 'read' | 'write', seen: boolean): void {
  if (!started && seen && need === 'write') throw forbidden("bot can't initiate conversation with a user");
  if (!started) throw badRequest('Chat not found');
  if (bot === 'kicked' && need === 'write') throw forbidden('bot was blocked by the user');
}

function checkGroup({ chat, bot, movedTo }: Place, need: 'read' | 'write'): void {
  if (need === 'read' && chat.type === 'group') return;
  if (movedTo !== undefined) {
    throw badRequest('Group chat was upgraded to a supergroup chat', { migrate_to_chat_id: movedTo });
  }
  if (bot === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (bot === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  if (chat.type === 'channel' && bot === 'member' && need === 'write') {
    throw badRequest('need administrator rights in the channel chat');
  }
}
