import { expect, it, vi } from 'vitest';
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
