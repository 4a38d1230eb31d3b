import { describe, onTestFinished } from 'vitest';
import { probeTelegram } from '../../../adapters/telegram/probe.ts';
import { telegramSettings } from '../../../adapters/telegram/settings.ts';
import { checkContract } from '../../contracts/check.ts';
import { startTelegram } from '../../emulators/telegram/telegram.ts';

describe('asking Telegram', () => {
  checkContract({
    settings: telegramSettings,
    probe: probeTelegram,
    async start() {
      const telegram = await startTelegram({ botUsername: 'press_bot' });
      onTestFinished(() => telegram.stop());
      return { env: { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }, name: '@press_bot' };
    },
    withOtherToken: (env) => ({ ...env, TELEGRAM_TOKEN: '7000000002:AAOtherOtherOtherOtherOtherOtherOth' }),
  });
});
