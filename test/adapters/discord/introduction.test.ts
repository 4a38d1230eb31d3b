import { expect, it, vi } from 'vitest';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

it('introduces itself in a server that it has just joined, once, in the language of the server', async () => {
  const { discord, back } = await startDiscordBot();
  const ann = discord.addUser();
  const guild = discord.addGuild({ members: [ann], locale: 'zh-TW' });
  const rules = discord.addChannel(guild, { name: 'rules' });
  const general = discord.addChannel(guild);
  discord.deny(rules, ['SendMessages']);
  discord.kick(guild);
  discord.invite(guild);
  await discord.waitFor(() => discord.messages(general).length > 0, 'the introduction');
  expect(discord.messages(general)[0]?.text).toContain('在聊天裡看存檔文章');
  const labels = discord.messages(general)[0]?.buttons.map(({ label }) => label);
  expect(labels).toEqual(['每天 08:00', '每天兩次', '即時推送', '全部指令']);
  discord.breakDown(guild);
  discord.recover(guild);
  await vi.waitFor(() => expect(back).toHaveLength(3));
  const answer = await discord.answerTo(discord.command(ann, general, 'articles'));
  expect(discord.messages(general).filter(({ id }) => id !== answer.id)).toHaveLength(1);
});

it('says nothing in a server that it has been in for long', async () => {
  const { discord } = await startDiscordBot();
  const ann = discord.addUser();
  const general = discord.addChannel(discord.addGuild({ members: [ann] }));
  const answer = await discord.answerTo(discord.command(ann, general, 'articles'));
  expect(discord.messages(general).map(({ id }) => id)).toEqual([answer.id]);
});
