import type { Channel, Guild, Message, User } from './model.ts';
import { ALL_PERMISSIONS, allows, type Permission, toBits } from './permissions.ts';
import { refusal } from './refusal.ts';
import { createSnowflakes } from './snowflakes.ts';

export type World = ReturnType<typeof createWorld>;

/** All people, guilds, channels and messages. */
export function createWorld(bot: User) {
  const users = new Map([[bot.id, bot]]);
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();
  const nextId = createSnowflakes();

  function botPermissions({ guildId, parentId, denied }: Channel): bigint {
    const guild = guildId === undefined ? undefined : guilds.get(guildId);
    if (!guild) return ALL_PERMISSIONS;
    const parent = parentId === undefined ? undefined : channels.get(parentId);
    return guild.botPermissions & ~denied & ~(parent?.denied ?? 0n);
  }

  /** A channel that the test created; throws if it does not exist. */
  function channelOf(id: string): Channel {
    const channel = channels.get(id);
    if (!channel) throw new Error(`The test knows no channel ${id}.`);
    return channel;
  }

  function guildOf({ guildId }: Pick<Channel, 'guildId'>): Guild | undefined {
    return guildId === undefined ? undefined : guilds.get(guildId);
  }

  function isForeign(channel: Channel): boolean {
    return channel.foreign ?? guildOf(channel)?.state === 'foreign';
  }

  return {
    bot,
    users,
    guilds,
    channels,
    nextId,
    channelOf,
    guildOf,
    /** Whether the bot is not a member, so that only people who installed it can use it. */
    isForeign,
    botPermissions,
    /** The channel of a request; throws if the bot has no access to it. */
    reach(id: string, ...needed: Permission[]): Channel {
      const channel = channels.get(id);
      if (!channel) throw refusal('unknownChannel');
      if (isForeign(channel)) throw refusal('missingAccess');
      const bits = botPermissions(channel);
      if (!allows(bits, toBits(['ViewChannel']))) throw refusal('missingAccess');
      if (!allows(bits, toBits(needed))) throw refusal('missingPermissions');
      return channel;
    },
    /** The message of a request; throws if the bot has no access to it. */
    messageIn({ messages }: Channel, id: string): Message {
      const message = messages.get(id);
      if (!message || message.ephemeralFor !== undefined) throw refusal('unknownMessage');
      return message;
    },
    /** A message by its address; throws if it does not exist. */
    messageAt({ channelId, id }: Pick<Message, 'channelId' | 'id'>): Message {
      const message = channelOf(channelId).messages.get(id);
      if (!message) throw new Error(`There is no message ${id} in channel ${channelId}.`);
      return message;
    },
  };
}
