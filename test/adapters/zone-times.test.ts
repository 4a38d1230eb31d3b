import { describe, expect, it } from 'vitest';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { useBots } from '../fixtures/telegram.ts';

const startTelegramBot = useBots();

// It is noon in UTC for both bots.
describe('the zones to choose from', () => {
  it('have the time there, in the completion and in the buttons of Discord', async () => {
    const { discord } = await startDiscordBot();
    const ann = discord.addUser({ locale: 'zh-CN' });
    const general = discord.addChannel(discord.addGuild({ members: [ann] }));
    const choices = async (typing: Parameters<typeof discord.autocomplete>[2]) =>
      await discord.choicesFor(discord.autocomplete(ann, general, typing));
    const zone = { setting: 'zone' };
    expect((await choices({ command: 'settings', option: 'value', text: '上海', values: zone }))[0]).toEqual({
      name: '北京时间 · 20:00',
      value: 'Asia/Shanghai',
    });
    expect((await choices({ command: 'subscribe', option: 'zone', text: 'Berl' }))[0]).toEqual({
      name: '柏林时间 · 13:00',
      value: 'Europe/Berlin',
    });
    const menu = await discord.answerTo(discord.command(ann, general, { command: 'settings', values: zone }));
    expect(JSON.stringify(menu)).toContain('北京时间 · 20:00');
  });

  it('have the time there in the buttons of Telegram', async () => {
    const { telegram } = await startTelegramBot();
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/settings zone');
    const menu = await telegram.waitFor(() => telegram.botMessages(ann.id).at(-1), 'the menu');
    const labels = menu.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).toEqual(expect.arrayContaining(['✓ Shanghai · 20:00', 'Berlin · 13:00', 'Europe ›']));
  });
});
