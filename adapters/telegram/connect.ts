import type { Clock } from '../../src/clock.ts';
import type { Language } from '../../src/locales/language.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { createConnectionReporter } from '../../src/messaging/connection.ts';
import { type Backoff, type RetryPolicy, retryUntilStopped } from '../../src/messaging/retry.ts';
import { retryAfterOrBackoff } from '../../src/messaging/retry-after.ts';
import type { Client } from './client.ts';
import { TelegramFailure } from './errors.ts';
import type { Me } from './read-update.ts';

const BACKOFF: Backoff = { firstMs: 5000, longestMs: 60_000 };

/** A bot on its way to Telegram. */
export interface ConnectDeps {
  client: Client;
  clock: Pick<Clock, 'after'>;
  /** The operator's. */
  language: Language;
  /** Shows the operator one line. */
  say(line: string): void;
  /** Receives errors that did not stop the bot. */
  report(error: unknown): void;
  signal: AbortSignal;
}

/** Reads who the bot is, with retries until Telegram answers; undefined if the bot stops before. */
export async function meetTelegram(deps: ConnectDeps): Promise<Me | undefined> {
  const { client, language, say } = deps;
  const t = createTranslator(language);
  const met = await retryUntilAnswered(async () => {
    // A webhook that is still set would keep updates from polling.
    const found = await client.call<{ id: number; username?: string }>('getMe', {});
    await client.call('deleteWebhook', {});
    return { id: found.id, username: found.username ?? '' };
  }, deps);
  if (met !== undefined) say(t('telegram.joined', { name: `@${met.username}` }));
  return met;
}

/** Repeats a request until Telegram takes it; reports that it fails, each further cause, and that it succeeds again. */
export async function retryUntilAnswered<Result>(
  work: () => Promise<Result>,
  deps: ConnectDeps,
): Promise<Result | undefined> {
  const reporter = createConnectionReporter<TelegramFailure>((news, why) => reportNews(news, why, deps), {
    eachCause: true,
  });
  const policy: RetryPolicy = (error, failures) => {
    if (!(error instanceof TelegramFailure)) return undefined;
    reporter.lost(error);
    return retryAfterOrBackoff(error, failures, BACKOFF);
  };
  const answered = async () => {
    const result = await work();
    reporter.back();
    return result;
  };
  return await retryUntilStopped(answered, { ...deps, policy });
}

/** Informs the operator that Telegram does not answer, or answers again. */
export function reportNews(
  news: 'lost' | 'back',
  why: TelegramFailure | undefined,
  { language, say }: Pick<ConnectDeps, 'language' | 'say'>,
): void {
  const t = createTranslator(language);
  say(news === 'back' ? t('telegram.back') : t('telegram.lost', { why: why?.message ?? '' }));
}
