import { expect, it } from 'vitest';
import { DiscordFailure } from '../../adapters/discord/errors.ts';
import { reportConnection as reportDiscord } from '../../adapters/discord/gateway/report-connection.ts';
import type { PlatformContext } from '../../adapters/shared/platform.ts';
import { reportConnection as reportTelegram } from '../../adapters/telegram/connect.ts';
import { TelegramFailure } from '../../adapters/telegram/errors.ts';

const HALF_AN_HOUR = 30 * 60_000;

function listen() {
  const said: string[] = [];
  const troubles: unknown[] = [];
  const context: Pick<PlatformContext, 'language' | 'say' | 'reportTrouble'> = {
    language: 'en',
    say: (line) => said.push(line),
    reportTrouble: (...trouble) => troubles.push(trouble),
  };
  return { said, troubles, context };
}

it.each([
  ['other', 'Discord: cannot connect'],
  ['gateway-closed', 'Discord: the connection was closed permanently'],
  ['stopped', 'Discord: login failed'],
] as const)('a lost connection to Discord (%s) is said at once, and told when it lasts', (kind, start) => {
  const { said, troubles, context } = listen();
  const report = reportDiscord(context);
  report('lost', new DiscordFailure({ reason: 'busy', kind, message: 'why' }));
  expect(said).toEqual([expect.stringContaining(start)]);
  expect(troubles).toEqual([['discord', { line: said[0], afterMs: HALF_AN_HOUR }]]);
  report('back', undefined);
  expect([said[1], troubles[1]]).toEqual(['Discord: connected again.', ['discord', undefined]]);
});

it.each([
  [false, 'Telegram: cannot connect'],
  [true, 'Telegram: another program'],
])('a lost connection to Telegram is said at once, and told when it lasts (conflict: %s)', (isConflict, start) => {
  const { said, troubles, context } = listen();
  const report = reportTelegram(context);
  report('lost', new TelegramFailure({ reason: 'busy', kind: 'other', message: 'why', isConflict }));
  expect(said).toEqual([expect.stringContaining(start)]);
  expect(troubles).toEqual([['telegram', { line: said[0], afterMs: HALF_AN_HOUR }]]);
  report('back', undefined);
  expect([said[1], troubles[1]]).toEqual(['Telegram: connected again.', ['telegram', undefined]]);
});
