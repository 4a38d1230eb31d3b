import { expect, it } from 'vitest';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

it('saves an article on Discord for the person who presses, without a change to the card', async () => {
  const { discord } = await startDiscordBot();
  const ann = discord.addUser({ username: 'ann', locale: 'en-US' });
  const guild = discord.addGuild({ members: [ann] });
  const general = discord.addChannel(guild);
  const card = await discord.answerTo(
    discord.command(ann, general, { command: 'article', values: { article: 'strait001' } }),
  );
  const press = discord.press(ann, card, 'Save');
  const [answer] = await discord.waitFor(() => discord.followUps(press).length > 0 && discord.followUps(press));
  expect(answer).toMatchObject({ isEphemeral: true });
  expect(answer?.text).toContain('✓ Saved');
  const list = await discord.answerTo(discord.command(ann, general, 'saved'));
  expect(list).toMatchObject({ isEphemeral: true });
  expect(list.text).toContain('海峡渡轮复航');
  const shown = discord.messages(general, ann).find(({ id }) => id === card.id);
  expect(shown?.text).toContain('海峡渡轮复航');
});
