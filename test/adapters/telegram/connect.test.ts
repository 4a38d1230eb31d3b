import { TelegramError } from 'telegraf';
import { expect, it } from 'vitest';
import { reportConnection } from '../../../adapters/telegram/connect.ts';
import { toFailure } from '../../../adapters/telegram/errors.ts';

it.each([
  [409, 'Conflict: terminated by other getUpdates request', 'another program receives messages'],
  [502, 'Bad Gateway', 'Telegram: cannot connect, retrying'],
])('tells the operator why Telegram does not serve the bot: %i', (code, description, words) => {
  const said: string[] = [];
  const report = reportConnection({
    language: 'en',
    say: (line) => void said.push(line),
    reportTrouble: () => undefined,
  });
  report('lost', toFailure(new TelegramError({ error_code: code, description })));
  expect(said).toEqual([expect.stringContaining(words)]);
});
