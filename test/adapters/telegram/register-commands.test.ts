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
  it('is not set again if Telegram shows it already', async () => {
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

  it('is reported if Telegram refuses it, tried once more after the rest, and then skipped', async () => {
    const refusal = { kind: 'error', code: 400, message: 'Bad Request: something new' } as const;
    const bot = await start({ faults: [{ on: 'setMyCommands', action: refusal, times: 13 }] });
    const { telegram } = bot;
    await telegram.waitFor(() => telegram.calls('setMyCommands').length === 24, 'a second try');
    await telegram.waitFor(() => telegram.commandsOf({ type: 'all_chat_administrators' }, 'zh').length > 0, 'the last');
    expect(telegram.calls('setMyShortDescription')).toHaveLength(3);
    expect(telegram.commandsOf({ type: 'default' })).toEqual([]);
    expect(bot.reported).toHaveLength(13);
  });

  it('is set later if Telegram asks for a delay', async () => {
    const { telegram } = await start({ faults: [{ on: 'setMyCommands', action: { kind: 'rate', retryAfter: 1 } }] });
    await telegram.waitFor(() => telegram.calls('setMyShortDescription').length === 3, 'the profile');
    expect(telegram.earlyRetries()).toBe(0);
    expect(telegram.calls('setMyCommands')).toHaveLength(13);
  });
});
