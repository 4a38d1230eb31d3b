import { describe, expect, it, onTestFinished } from 'vitest';
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

describe('asking Telegram about the webhook', () => {
  const URL_SET = 'https://bot.example.org/telegram';

  async function ask(webhookUrl: string | undefined, known: string) {
    const telegram = await startTelegram({});
    onTestFinished(() => telegram.stop());
    const { token, apiRoot } = telegram;
    const body = new URLSearchParams({ url: known });
    if (known !== '') await fetch(`${apiRoot}/bot${token}/setWebhook`, { method: 'POST', body });
    const notes = await probeTelegram({ token, apiRoot, webhookUrl }).notes?.();
    return notes?.map(({ mark, text, values }) => [mark, text, values.host]);
  }

  it.each([
    { what: 'nothing to a bot that polls', set: undefined, known: '', notes: [] },
    {
      what: 'that a webhook is left',
      set: undefined,
      known: 'https://old.example/secret',
      notes: [['note', 'doctor.webhookLeft', 'old.example']],
    },
    { what: 'that the address is new', set: URL_SET, known: '', notes: [['fine', 'doctor.webhookNew', '']] },
    {
      what: 'that there is another address',
      set: URL_SET,
      known: 'https://old.example/secret',
      notes: [['note', 'doctor.webhookOther', 'old.example']],
    },
    { what: 'that all is well', set: URL_SET, known: URL_SET, notes: [['fine', 'doctor.webhook', 'bot.example.org']] },
  ])('says $what', async ({ set, known, notes }) => {
    expect(await ask(set, known)).toEqual(notes);
  });
});
