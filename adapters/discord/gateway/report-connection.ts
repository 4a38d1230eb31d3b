import { createTranslator } from '../../../src/locales/translator.ts';
import type { ReportConnection } from '../../../src/messaging/connection.ts';
import type { PlatformContext } from '../../shared/platform.ts';
import type { DiscordFailure } from '../errors.ts';

/** A shorter interruption needs nobody. */
const TROUBLE_MS = 30 * 60_000;

/** Informs the operator that the connection to Discord is lost, or is back. */
export function reportConnection({
  language,
  say,
  reportTrouble,
}: Pick<PlatformContext, 'language' | 'say' | 'reportTrouble'>): ReportConnection<DiscordFailure> {
  const t = createTranslator(language);
  const describe = (failure: DiscordFailure | undefined): string => {
    const why = failure?.message ?? '';
    if (failure?.kind === 'stopped') return t('discord.stopped', { why });
    return failure?.kind === 'gateway-closed' ? t('discord.closed', { why }) : t('discord.lost', { why });
  };
  return (news, failure) => {
    const line = news === 'back' ? t('discord.back') : describe(failure);
    reportTrouble('discord', news === 'back' ? undefined : { line, afterMs: TROUBLE_MS });
    say(line);
  };
}
