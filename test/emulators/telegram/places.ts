import type { Chat, MemberStatus, User } from './model.ts';
import type { Updates } from './updates.ts';
import type { Place, World } from './world.ts';

interface NewUser {
  first_name?: string;
  /** Empty where the person's client tells none. */
  language_code?: string;
  /** Whether the person ever wrote to the bot; otherwise the bot cannot write first. */
  started?: boolean;
}

interface NewGroup {
  title?: string;
  /** The first one owns the group. */
  members?: readonly User[];
}

const FIRST_USER = 500_000_001;
const FIRST_GROUP = -4_000_000_001;
/** Supergroups and channels have ids of more than 32 bits. */
const FIRST_LARGE = -1_002_000_000_001;

/** Makes people and chats. */
export function createPlaces(world: World, updates: Updates) {
  const count = { users: 0, groups: 0, large: 0 };

  function addLarge(chat: Omit<Chat, 'id'>, more: Partial<Place>): Chat {
    const id = FIRST_LARGE - count.large;
    count.large += 1;
    return world.addPlace({ id, ...chat }, more).chat;
  }

  function serve(place: Place, content: { migrate_to_chat_id: number } | { migrate_from_chat_id: number }): void {
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
    /** The bot is an administrator there: otherwise it could not be there at all. */
    addChannel: ({ title = 'Channel' }: { title?: string } = {}): Chat =>
      addLarge({ type: 'channel', title }, { bot: 'administrator' }),
    /** A topic of a forum; its id is that of the message that begins it. */
    addTopic({ id: chatId }: Pick<Chat, 'id'>, name: string): number {
      const place = world.placeOf(chatId);
      if (!place.chat.is_forum) throw new Error('Only a forum has topics.');
      const from = world.users.get([...place.members.keys()][0] ?? world.bot.id) ?? world.bot;
      const begun = world.add(place, { content: { from, forum_topic_created: { name } } });
      const id = begun.message_id;
      const message = { ...begun, message_thread_id: id, is_topic_message: true as const };
      place.messages.set(id, message);
      place.topics.set(id, message);
      updates.push('message', message);
      return id;
    },
    /** A group becomes a supergroup, and gets a new id. */
    migrate(groupId: number): Chat {
      const old = world.placeOf(groupId);
      if (old.chat.type !== 'group') throw new Error('Only a basic group becomes a supergroup.');
      const chat = addLarge(
        { type: 'supergroup', title: old.chat.title ?? '' },
        { members: old.members, bot: old.bot },
      );
      old.movedTo = chat.id;
      serve(old, { migrate_to_chat_id: chat.id });
      serve(world.placeOf(chat.id), { migrate_from_chat_id: groupId });
      return chat;
    },
  };
}

function toMembers(members: readonly User[]): Map<number, MemberStatus> {
  return new Map(members.map(({ id }, at) => [id, at === 0 ? 'creator' : 'member']));
}
