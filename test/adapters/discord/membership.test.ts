import { expect, it, vi } from 'vitest';
import { createRightsWatch } from '../../../adapters/discord/gateway/rights.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

it('reports where the bot is added and removed, and ignores outages', async () => {
  const { discord, left, back } = await startDiscordBot();
  const guild = discord.addGuild({ members: [discord.addUser()] });
  const channel = discord.addChannel(guild);
  const thread = discord.addThread(channel);
  const server = { platform: 'discord', server: guild.id };
  await vi.waitFor(() => expect(back).toHaveLength(1));
  discord.breakDown(guild);
  discord.recover(guild);
  await vi.waitFor(() => expect(back).toHaveLength(2));
  expect([back, left]).toEqual([[server, server], []]);
  discord.deleteChannel(thread);
  discord.deleteChannel(channel);
  discord.kick(guild);
  await vi.waitFor(() => expect(left).toHaveLength(3));
  expect(left).toEqual([
    { platform: 'discord', chat: channel.id, thread: thread.id },
    { platform: 'discord', chat: channel.id },
    server,
  ]);
  discord.invite(guild);
  await vi.waitFor(() => expect(back).toHaveLength(3));
});

it('reports where its rights change, and not that a channel has a new name', async () => {
  const { discord, back } = await startDiscordBot();
  const guild = discord.addGuild({ members: [discord.addUser()] });
  const channel = discord.addChannel(guild);
  await vi.waitFor(() => expect(back).toHaveLength(1));
  discord.deny(channel, ['SendMessages']);
  discord.rename(channel, 'members-12');
  discord.rename(channel, 'members-13');
  discord.deny(channel, []);
  discord.changeRole(guild, ['ViewChannel', 'SendMessages']);
  const chat = { platform: 'discord', chat: channel.id };
  const server = { platform: 'discord', server: guild.id };
  await vi.waitFor(() => expect(back).toEqual([server, chat, chat, server]));
});

it('reports that it has other roles', () => {
  const watch = createRightsWatch();
  const place = { platform: 'discord', server: '5' };
  const update = (roles: string[]) => watch('GUILD_MEMBER_UPDATE', { guild_id: '5', roles });
  expect([update(['1']), update(['1']), update(['1', '2']), update(['1'])]).toEqual([place, undefined, place, place]);
  expect(watch('CHANNEL_UPDATE', { id: '7' })).toBeUndefined();
});
