import type { Address } from '../../src/subscription/address.ts';
import type { DiscordEmulator } from '../emulators/discord/discord.ts';
import type { TelegramEmulator } from '../emulators/telegram/telegram.ts';

/** Where an edition goes, and all that was said there so far. */
export interface Spot {
  to: Address;
  /** Alike are those that are shown the same. */
  kind: 'telegram' | 'discord' | 'forum';
  /** Places in one forum share it: each of its posts is somebody's. */
  heard: () => readonly (readonly Heard[])[];
}

/** One message as its readers see it. */
export interface Heard {
  id: string;
  shown: string;
}

/** Both platforms. */
export interface Platforms {
  telegram: TelegramEmulator;
  discord: DiscordEmulator;
}

/** So many places in all: people, groups and topics on Telegram; channels, threads and forums on Discord. */
export function addSpots(platforms: Platforms, count: number): Spot[] {
  const guild = platforms.discord.addGuild({ members: [platforms.discord.addUser()] });
  return Array.from({ length: Math.ceil(count / 8) }, () => [
    ...telegramSpots(platforms.telegram),
    ...discordSpots(platforms.discord, guild),
  ])
    .flat()
    .slice(0, count);
}

function telegramSpots(telegram: TelegramEmulator): Spot[] {
  const forum = telegram.addSupergroup({ forum: true });
  const chats = [telegram.addUser().id, telegram.addGroup().id, telegram.addSupergroup().id];
  return [
    ...chats.map((chat) => telegramSpot(telegram, chat)),
    telegramSpot(telegram, forum.id, telegram.addTopic(forum, 'News')),
  ];
}

/** A chat on Telegram, or a topic that is the only one of its forum. */
export function telegramSpot(telegram: TelegramEmulator, chat: number, thread?: number): Spot {
  return {
    to: { platform: 'telegram', chat: String(chat), ...(thread !== undefined && { thread: String(thread) }) },
    kind: 'telegram',
    heard: () => [telegram.botMessages(chat).map(showTelegram)],
  };
}

function showTelegram(message: ReturnType<TelegramEmulator['botMessages']>[number]): Heard {
  const { message_id: id, text, caption, photo_source: picture, reply_markup: buttons } = message;
  return { id: String(id), shown: JSON.stringify([text, caption, picture, buttons]) };
}

/** A bot that has just started may not know the ids of its commands yet, and they differ from Discord to Discord. */
const withoutCommandIds = (text: string) => text.replaceAll(/<(\/[^:>]+):\d+>/gu, '$1');

type Guild = ReturnType<DiscordEmulator['addGuild']>;

function discordSpots(discord: DiscordEmulator, guild: Guild): Spot[] {
  const general = discord.addChannel(guild);
  const thread = discord.addThread(discord.addChannel(guild));
  const heardIn = (channel: { id: string }): Heard[] =>
    discord.messages(channel).map(({ id, text, pictures, buttons, menus }) => ({
      id,
      shown: JSON.stringify([withoutCommandIds(text), pictures, buttons, menus]),
    }));
  const at = (chat: string, more: Partial<Address> = {}): Address => ({
    platform: 'discord',
    chat,
    server: guild.id,
    ...more,
  });
  const inForum = (): Spot => {
    const forum = discord.addChannel(guild, { type: 15 });
    return { to: at(forum.id), kind: 'forum', heard: () => discord.threads(forum).map(heardIn) };
  };
  return [
    { to: at(general.id), kind: 'discord', heard: () => [heardIn(general)] },
    { to: at(thread.parentId ?? '', { thread: thread.id }), kind: 'discord', heard: () => [heardIn(thread)] },
    inForum(),
    inForum(),
  ];
}
