import { createTranslator } from '../../src/locales/translator.ts';
import { createConnectionReporter, type ReportConnection } from '../../src/messaging/connection.ts';
import { type Backoff, type RetryPolicy, retryUntilStopped } from '../../src/messaging/retry.ts';
import { retryAfterOrBackoff } from '../../src/messaging/retry-after.ts';
import type { TelegramContext } from './context.ts';
import { invitationOf } from './deep-link.ts';
import { type TelegramFailure, toFailure } from './errors.ts';
import type { Me } from './updates/read-update.ts';

/** A shorter interruption needs nobody. */
const TROUBLE_MS = 30 * 60_000;
const BACKOFF: Backoff = { firstMs: 5000, longestMs: 60_000 };

/** Reads who the bot is, with retries until Telegram responds; undefined if the bot stops before. */
export async function meetTelegram(context: TelegramContext): Promise<Me | undefined> {
  const { client, language, say, reportTrouble, webhook } = context;
  const me = await retryUntilAnswered(async () => {
    const { id, username = '' } = await client.call<{ id: number; username?: string }>('getMe', {});
    // A webhook that is still set would keep updates from polling.
    if (webhook === undefined) await client.call('deleteWebhook', {});
    return { id, username };
  }, context);
  if (me === undefined) return undefined;
  reportTrouble('telegram', undefined);
  say(createTranslator(language)('telegram.joined', { name: `@${me.username}`, url: invitationOf(me.username) }));
  return me;
}

/** Repeats a request until Telegram accepts it; reports that it fails, each further cause, and that it succeeds again. */
export async function retryUntilAnswered<Result>(
  work: () => Promise<Result>,
  context: TelegramContext,
): Promise<Result | undefined> {
  const reporter = createConnectionReporter(reportConnection(context), { eachCause: true });
  const policy: RetryPolicy = (error, failures) => {
    const failure = toFailure(error);
    if (failure !== error) context.report(error);
    reporter.lost(failure);
    return retryAfterOrBackoff(failure, failures, BACKOFF);
  };
  const attempt = async () => {
    const result = await work();
    reporter.back();
    return result;
  };
  return await retryUntilStopped(attempt, { ...context, policy });
}

/** Informs the operator that Telegram does not respond, or responds again. */
export function reportConnection({
  language,
  say,
  reportTrouble,
}: Pick<TelegramContext, 'language' | 'say' | 'reportTrouble'>): ReportConnection<TelegramFailure> {
  const t = createTranslator(language);
  return (news, failure) => {
    const why = failure?.message ?? '';
    const line =
      news === 'back' ? t('telegram.back') : t(failure?.isConflict ? 'telegram.conflict' : 'telegram.lost', { why });
    reportTrouble('telegram', news === 'back' ? undefined : { line, afterMs: TROUBLE_MS });
    say(line);
  };
}
