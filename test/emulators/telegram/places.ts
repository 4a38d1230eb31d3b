import type { Chat, MemberStatus, User } from './model.ts';
import type { Updates } from './updates.ts';
import type { Place, Sendable, World } from './world.ts';

interface NewUser {
  first_name?: string;
  /** Empty if the person's client does not send one. */
  language_code?: string;
  /** Whether the person has written to the bot; a bot cannot write first. */
  started?: boolean;
}

interface NewGroup {
  title?: string;
  /** The first member owns the group. */
  members?: readonly User[];
}

const FIRST_USER = 500_000_001;
const FIRST_GROUP = -4_000_000_001;
/** Ids of supergroups and channels have more than 32 bits. */
const FIRST_LARGE = -1_002_000_000_001;

/** Creates people and chats. */
export function createPlaces(world: World, updates: Updates) {
  const count = { users: 0, groups: 0, large: 0 };

  function addLarge(chat: Omit<Chat, 'id'>, more: Partial<Place>): Chat {
    const id = FIRST_LARGE - count.large;
    count.large += 1;
    return world.addPlace({ id, ...chat }, more).chat;
  }

  function announce(place: Place, content: { migrate_to_chat_id: number } | { migrate_from_chat_id: number }): void {
    const from = world.users.get([...place.members.keys()][0] ?? world.bot.id) ?? world.bot;
    updates.push('message', world.add(place, { content: { from, ...content } }));
  }

  return {
    addUser({ first_name = 'Ann', language_code = 'en', started = true }: NewUser = {}): User {
      const id = FIRST_USER + count.users;
      count.users += 1;
      const user = { id, is_bot: false, first_name, ...(language_code !== '' && { language_code }) };
      world.users.set(id, user);
      world.addPlace({ id, type: 'private', first_name }, { started });
      return user;
    },
    addGroup({ title = 'Group', members = [] }: NewGroup = {}): Chat {
      const id = FIRST_GROUP - count.groups;
      count.groups += 1;
      return world.addPlace({ id, type: 'group', title }, { members: toMembers(members) }).chat;
    },
    addSupergroup({ title = 'Supergroup', members = [], forum = false }: NewGroup & { forum?: boolean } = {}): Chat {
      const chat = { type: 'supergroup' as const, title, ...(forum && { is_forum: true as const }) };
      return addLarge(chat, { members: toMembers(members) });
    },
    /** Adds a channel with the bot as an administrator, the only way a bot can join one. */
    addChannel: ({ title = 'Channel' }: { title?: string } = {}): Chat =>
      addLarge({ type: 'channel', title }, { bot: 'administrator' }),
    /** Adds a topic to a forum; its id is that of its first message. */
    addTopic({ id: chatId }: Pick<Chat, 'id'>, name: string): number {
      const place = world.placeOf(chatId);
      if (!place.chat.is_forum) throw new Error('Only a forum has topics.');
      const from = world.users.get([...place.members.keys()][0] ?? world.bot.id) ?? world.bot;
      const started = world.add(place, { content: { from, forum_topic_created: { name } } });
      const id = started.message_id;
      const message = { ...started, message_thread_id: id, is_topic_message: true as const };
      place.messages.set(id, message);
      place.topics.set(id, message);
      updates.push('message', message);
      return id;
    },
    /** Makes Telegram forget the id of a topic that still exists. */
    loseTopic: ({ id }: Pick<Chat, 'id'>, topic: number) => void world.placeOf(id).lostTopics.add(topic),
    closeTopic: ({ id }: Pick<Chat, 'id'>, topic: number) => void world.placeOf(id).closedTopics.add(topic),
    /** Forbids the bot, or all who are no admins, to send something. */
    deny: ({ id }: Pick<Chat, 'id'>, ...what: Sendable[]): void => {
      for (const one of what) world.placeOf(id).denied.add(one);
    },
    /** Turns a group into a supergroup, which has a new id. */
    migrate(groupId: number): Chat {
      const old = world.placeOf(groupId);
      if (old.chat.type !== 'group') throw new Error('Only a basic group becomes a supergroup.');
      const chat = addLarge(
        { type: 'supergroup', title: old.chat.title ?? '' },
        { members: old.members, bot: old.bot },
      );
      old.movedTo = chat.id;
      announce(old, { migrate_to_chat_id: chat.id });
      announce(world.placeOf(chat.id), { migrate_from_chat_id: groupId });
      return chat;
    },
  };
}

function toMembers(members: readonly User[]): Map<number, MemberStatus> {
  return new Map(members.map(({ id }, at) => [id, at === 0 ? 'creator' : 'member']));
}
