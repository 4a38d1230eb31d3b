import { describe, expect, it } from 'vitest';
import { useBots } from '../../fixtures/telegram.ts';

const start = useBots();

describe('the commands', () => {
  it('are published for every scope, and in Chinese, with what the bot is', async () => {
    const { telegram } = await start();
    await telegram.waitFor(() => telegram.calls('setMyShortDescription').length === 3, 'the profile');
    expect(telegram.calls('setMyDescription').map(({ params }) => params['language_code'])).toEqual([
      undefined,
      'en',
      'zh',
    ]);
    expect(telegram.calls('setMyCommands')).toHaveLength(12);
    expect(telegram.commandsOf({ type: 'all_private_chats' }, 'zh')[0]).toEqual({
      command: 'articles',
      description: '最新文章',
    });
    expect(telegram.commandsOf({ type: 'default' }, '')[0]).toEqual({
      command: 'articles',
      description: 'The newest articles',
    });
    expect(telegram.violations()).toEqual([]);
  });
});

describe('the profile', () => {
  it('is left alone where Telegram shows it already', async () => {
    const bot = await start();
    const { telegram } = bot;
    const asked = () => telegram.calls('getMyShortDescription').length;
    const changed = () => telegram.calls().filter(({ method }) => method.startsWith('setMy')).length;
    await telegram.waitFor(() => asked() === 3 && changed() === 18, 'the profile');
    await bot.bot.stop();
    const again = await bot.start();
    await telegram.waitFor(() => asked() === 6, 'the profile to be read again');
    await again.stop();
    expect(changed()).toBe(18);
  });

  it('that Telegram refuses is reported, and the rest follows', async () => {
    const bot = await start();
    const { telegram } = bot;
    await bot.bot.stop();
    telegram.fault({
      on: 'getMyCommands',
      action: { kind: 'error', code: 400, message: 'Bad Request: something new' },
    });
    const seen = telegram.calls('getMyShortDescription').length;
    const again = await bot.start();
    await telegram.waitFor(() => telegram.calls('getMyShortDescription').length >= seen + 3, 'the rest');
    await again.stop();
    expect(bot.reported).toHaveLength(1);
  });

  it('that Telegram wants later is published then', async () => {
    const { telegram } = await start({ faults: [{ on: 'setMyCommands', action: { kind: 'rate', retryAfter: 1 } }] });
    await telegram.waitFor(() => telegram.calls('setMyShortDescription').length === 3, 'the profile');
    expect(telegram.earlyRetries()).toBe(0);
    expect(telegram.calls('setMyCommands')).toHaveLength(13);
  });
});
