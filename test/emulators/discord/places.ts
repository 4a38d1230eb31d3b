import { type Dispatch, INTENT } from './gateway/sessions.ts';
import { serializeChannel, serializeGatewayGuild } from './messages/serialize.ts';
import type { Channel, Guild, Message, Tag, Thread, User } from './model.ts';
import { ALL_PERMISSIONS, BOT_PERMISSIONS, MEMBER_PERMISSIONS, type Permission, toBits } from './permissions.ts';
import type { World } from './world.ts';

interface NewGuild {
  name?: string;
  /** The first member owns the guild and has all permissions. */
  members?: readonly User[];
  locale?: string;
  /** The bot is not a member. */
  foreign?: boolean;
  botPermissions?: readonly Permission[];
}

interface NewChannel {
  name?: string;
  /** 0 text, 5 announcement, 15 forum, 16 media. */
  type?: 0 | 2 | 5 | 15 | 16;
  /** The tags of a forum. */
  tags?: readonly string[];
  requireTag?: boolean;
  slowModeMs?: number;
}

interface NewThread {
  name?: string;
  /** 10 in an announcement channel, 11 public, 12 private. */
  type?: 10 | 11 | 12;
}

const DM = 1;
const GROUP_DM = 3;
const REQUIRE_TAG = 1 << 4;

/** Creates people, guilds and channels. */
export function createPlaces(world: World, dispatch: Dispatch) {
  const { channels, guilds, nextId } = world;

  function addPlace(more: Partial<Channel> & Pick<Channel, 'type'>): Channel {
    const fresh = { id: nextId(), name: '', recipients: [], flags: 0, tags: [], denied: 0n };
    const channel: Channel = { ...fresh, messages: new Map<string, Message>(), ...more };
    channels.set(channel.id, channel);
    return channel;
  }

  function announce(kind: string, channel: Channel): void {
    if (!world.isForeign(channel)) dispatch(kind, serializeChannel(channel, world), INTENT.guilds);
  }

  return {
    addUser({ username = 'ann', locale = 'en-US', ...more }: Partial<Omit<User, 'id' | 'bot'>> = {}): User {
      const user: User = { id: nextId(), username, locale, ...more };
      world.users.set(user.id, user);
      return user;
    },
    addGuild({
      name = 'Guild',
      members = [],
      locale = 'en-US',
      foreign = false,
      botPermissions,
    }: NewGuild = {}): Guild {
      const guild: Guild = {
        id: nextId(),
        name,
        ownerId: members[0]?.id ?? nextId(),
        locale,
        members: new Map(members.map(({ id }, at) => [id, at === 0 ? ALL_PERMISSIONS : toBits(MEMBER_PERMISSIONS)])),
        memberRoles: new Map(),
        commandPermissions: new Map(),
        botRoleId: nextId(),
        botPermissions: toBits(botPermissions ?? BOT_PERMISSIONS),
        state: foreign ? 'foreign' : 'here',
      };
      guilds.set(guild.id, guild);
      if (!foreign) dispatch('GUILD_CREATE', serializeGatewayGuild(guild, world), INTENT.guilds);
      return guild;
    },
    addMember({ members }: Guild, { id }: User, permissions: readonly Permission[] = MEMBER_PERMISSIONS): void {
      members.set(id, toBits(permissions));
    },
    addChannel(
      { id: guildId }: Guild,
      { name = 'general', type = 0, tags = [], requireTag, slowModeMs = 0 }: NewChannel = {},
    ): Channel {
      const made: Tag[] = tags.map((tag) => ({ id: nextId(), name: tag }));
      const channel = addPlace({ type, name, guildId, tags: made, flags: requireTag ? REQUIRE_TAG : 0, slowModeMs });
      announce('CHANNEL_CREATE', channel);
      return channel;
    },
    addThread({ id: parentId, guildId }: Channel, { name = 'Thread', type = 11 }: NewThread = {}): Channel {
      const fresh: Thread = {
        archived: false,
        locked: false,
        autoArchiveMinutes: 1440,
        appliedTags: [],
        createdAt: Date.now(),
      };
      const channel = addPlace({ type, name, parentId, thread: fresh, ...(guildId !== undefined && { guildId }) });
      announce('THREAD_CREATE', channel);
      return channel;
    },
    /** The bot's only direct message channel with a user. */
    openDm(user: User): Channel {
      const found = [...channels.values()].find(
        ({ type, foreign, recipients }) => type === DM && !foreign && recipients.includes(user),
      );
      return found ?? addPlace({ type: DM, recipients: [user] });
    },
    /** A conversation between people, without the bot. */
    addConversation(...recipients: readonly User[]): Channel {
      return addPlace({ type: recipients.length > 2 ? GROUP_DM : DM, recipients, foreign: true });
    },
  };
}
