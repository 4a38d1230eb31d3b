import type { Posting } from '../messages/posting.ts';
import { serializeBotRole, serializeChannel, serializeGatewayGuild } from '../messages/serialize.ts';
import type { Channel, Guild, Message, User } from '../model.ts';
import { type Permission, toBits } from '../permissions.ts';
import type { World } from '../world.ts';
import { type Dispatch, INTENT } from './sessions.ts';

interface Deps {
  world: World;
  posting: Posting;
  dispatch: Dispatch;
}

/** Changes guilds, channels and threads, and dispatches the events. */
export function createEvents({ world, posting, dispatch }: Deps) {
  let lastArchivedAt = 0;

  function change(channel: Channel): void {
    const kind = channel.thread ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE';
    dispatch(kind, serializeChannel(channel, world), INTENT.guilds);
  }

  function enter(guild: Guild): void {
    guild.state = 'here';
    dispatch('GUILD_CREATE', serializeGatewayGuild(guild, world), INTENT.guilds);
  }

  function archive({ thread }: Channel, archived: boolean): boolean {
    if (!thread || thread.archived === archived) return false;
    thread.archived = archived;
    lastArchivedAt = Math.max(Date.now(), lastArchivedAt + 1);
    thread.archivedAt = lastArchivedAt;
    return true;
  }

  return {
    /** The bot is removed from the guild. */
    kick(guild: Guild): void {
      guild.state = 'foreign';
      dispatch('GUILD_DELETE', { id: guild.id }, INTENT.guilds);
    },
    /** The bot is added to the guild. */
    invite(guild: Guild): void {
      guild.joinedAt = new Date().toISOString();
      enter(guild);
    },
    /** The guild has an outage. */
    breakDown(guild: Guild): void {
      guild.state = 'away';
      dispatch('GUILD_DELETE', { id: guild.id, unavailable: true }, INTENT.guilds);
    },
    recover: enter,
    /** Deletes a channel with its threads, or a thread. */
    deleteChannel(channel: Channel): void {
      const { id, type, guildId, parentId } = channel;
      const payload = { id, type, guild_id: guildId, parent_id: parentId };
      world.channels.delete(id);
      for (const other of world.channels.values()) if (other.parentId === id) world.channels.delete(other.id);
      if (channel.thread) dispatch('THREAD_DELETE', payload, INTENT.guilds);
      else dispatch('CHANNEL_DELETE', serializeChannel(channel, world), INTENT.guilds);
    },
    /** Sets the permissions that the bot is denied in a channel. */
    deny(channel: Channel, permissions: readonly Permission[]): void {
      channel.denied = toBits(permissions);
      change(channel);
    },
    /** Changes the role of the bot. */
    changeRole(guild: Guild, permissions: readonly Permission[]): void {
      guild.botPermissions = toBits(permissions);
      const role = serializeBotRole(guild, world.bot);
      dispatch('GUILD_ROLE_UPDATE', { guild_id: guild.id, role }, INTENT.guilds);
    },
    rename(channel: Channel, name: string): void {
      channel.name = name;
      change(channel);
    },
    archive(channel: Channel, { locked = false } = {}): void {
      if (!channel.thread) throw new Error('Only a thread is archived.');
      channel.thread.locked = locked;
      archive(channel, true);
      change(channel);
    },
    unarchive(channel: Channel): void {
      if (archive(channel, false)) change(channel);
    },
    /** A moderator deletes a message. */
    deleteMessage: (message: Pick<Message, 'channelId' | 'id'>) => posting.remove(world.messageAt(message)),
    /** The user stops accepting direct messages. */
    closeDms(user: User): void {
      user.closed = true;
    },
  };
}
