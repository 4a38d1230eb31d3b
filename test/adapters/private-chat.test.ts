import { describe, expect, it } from 'vitest';
import { messageView } from '../../src/view/message-view.ts';
import { makeDeliverOptions } from '../fakes/deliver-options.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { last, useBots } from '../fixtures/telegram.ts';

const start = useBots();
const VIEW = messageView('The disk is full.');

describe('the private chat with a person', () => {
  it('can be written to on Telegram', async () => {
    const bot = await start();
    const ann = bot.telegram.addUser();
    const chat = (await bot.bot.privateChat?.(String(ann.id))) ?? '';
    await bot.bot.deliver({ platform: 'telegram', chat }, VIEW, makeDeliverOptions());
    expect((await last(bot, ann.id, 'The disk is full.')).chat.id).toBe(ann.id);
  });

  it('can be written to on Discord', async () => {
    const { bot, discord } = await startDiscordBot();
    const ann = discord.addUser({ username: 'ann' });
    discord.addGuild({ members: [ann] });
    const chat = (await bot.privateChat?.(ann.id)) ?? '';
    await bot.deliver?.({ platform: 'discord', chat }, VIEW, makeDeliverOptions());
    expect(discord.messages(discord.openDm(ann), ann).map(({ text }) => text)).toEqual(['The disk is full.']);
  });
});
