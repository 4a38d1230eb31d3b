import { Markup, Telegraf, TelegramError } from 'telegraf';
import { expect, it, onTestFinished } from 'vitest';
import { runTelegram } from './running.ts';

it('works with telegraf: commands, buttons, inline queries', async () => {
  const { telegram } = await runTelegram();
  const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } });
  onTestFinished(() => bot.stop());
  bot.command('help', (ctx) =>
    ctx.replyWithHTML('<b>Help</b>', Markup.inlineKeyboard([Markup.button.callback('More', 'more')])),
  );
  bot.action('more', async (ctx) => {
    await ctx.answerCbQuery('Here.');
    await ctx.editMessageText('More help');
  });
  bot.on('inline_query', (ctx) => ctx.answerInlineQuery([]));
  void bot.launch();
  const ann = telegram.addUser();
  telegram.say(ann, ann.id, '/help');
  const message = await telegram.waitFor(() => telegram.botMessages(ann.id)[0], 'help');
  expect(message).toMatchObject({ text: 'Help', entities: [{ type: 'bold' }] });
  const press = telegram.press(ann, message, 'More');
  await telegram.waitFor(() => telegram.botMessages(ann.id)[0]?.text === 'More help', 'more help');
  expect(press.answer?.text).toBe('Here.');
  const question = telegram.ask(ann, '');
  await telegram.waitFor(() => question.answer, 'an answer');
  expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
});

it('fails in telegraf as Telegram does', async () => {
  const { telegram } = await runTelegram();
  const client = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } }).telegram;
  telegram.fault({ on: 'getMe', action: { kind: 'rate', retryAfter: 7 } });
  const error: unknown = await client.getMe().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(TelegramError);
  expect(error).toMatchObject({ code: 429, parameters: { retry_after: 7 } });
  telegram.fault({ on: 'getMe', action: { kind: 'reset' } });
  await expect(client.getMe()).rejects.toThrow('ECONNRESET');
});
