import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../../src/locales/language.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { Client } from './client.ts';
import { TelegramFailure } from './errors.ts';
import type { Me } from './read-update.ts';

const START_PAUSE_MS = 5000;
const MOST_START_PAUSE_MS = 60_000;

/** A bot on its way to Telegram. */
export interface Connecting {
  client: Client;
  /** The operator's. */
  language: Language;
  /** Says something to the operator, in one line. */
  say(line: string): void;
  /** Is told of what went wrong and was survived. */
  report(error: unknown): void;
  signal: AbortSignal;
}

/** Who the bot is; asked again until Telegram answers. undefined where it is told to stop before. */
export async function meetTelegram(all: Connecting): Promise<Me | undefined> {
  const { client, language, say } = all;
  const t = createTranslator(language);
  const met = await retry(async () => {
    // A webhook that is still set would keep updates from polling.
    const found = await client.call<{ id: number; username?: string }>('getMe', {});
    await client.call('deleteWebhook', {});
    return { id: found.id, username: found.username ?? '' };
  }, all);
  if (met !== undefined) say(t('telegram.joined', { name: `@${met.username}` }));
  return met;
}

/** Does something until it works; says once that it does not, again when something else is wrong, and when it works again. */
export async function retry<Result>(work: () => Promise<Result>, all: Connecting): Promise<Result | undefined> {
  let told = '';
  for (let failures = 0; !all.signal.aborted; failures += 1) {
    try {
      const result = await work();
      if (told !== '') tellNews('back', undefined, all);
      return result;
    } catch (error) {
      if (!(error instanceof TelegramFailure)) throw error;
      if (told !== error.message) tellNews('lost', error, all);
      told = error.message;
      await pause(error.retryAfterMs ?? Math.min(MOST_START_PAUSE_MS, START_PAUSE_MS * 2 ** failures), all.signal);
    }
  }
  return undefined;
}

/** Tells the operator that Telegram does not answer, or answers again. */
export function tellNews(
  news: 'lost' | 'back',
  why: TelegramFailure | undefined,
  { language, say }: Pick<Connecting, 'language' | 'say'>,
): void {
  const t = createTranslator(language);
  say(news === 'back' ? t('telegram.back') : t('telegram.lost', { why: why?.message ?? '' }));
}

/** Resolves after a while, or at once where the signal says so. */
export async function pause(forMs: number, signal: AbortSignal): Promise<void> {
  await sleep(forMs, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
