import { findSource } from '../../src/arguments/find/find-source.ts';
import { readZone } from '../../src/arguments/settings/read-zone.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Library } from '../../src/library/library.ts';
import type { Selection } from '../../src/library/selection.ts';
import type { Audience } from '../../src/locales/audience.ts';
import type { RequestParts } from '../../src/phrase/format-request.ts';
import type { RequestReading } from '../../src/phrase/parse-request.ts';
import type { ScheduleRequest } from '../../src/subscription/subscribe.ts';

const FROM = /^(?:site:|from:|来自|來自|只看|只要)/iu;
const MAX_WORDS = 20;
const MAX_CHARS = 60;
const MAX_TIMES = 12;

interface ReadContext extends PlatformLimits {
  library: Pick<Library, 'sources'>;
  /** Makes the command of a button that replaces a part of the request. */
  again(instead: Partial<RequestParts>): string;
  audience: Audience;
}

/** The requested schedule; `zoneTyped` replaces its zone. Throws a `UsageError` for what no schedule can be. */
export function readSchedule(
  { times, days, daysOff, isInstant, zone }: RequestReading,
  zoneTyped: string | undefined,
  { again, audience }: ReadContext,
): ScheduleRequest {
  const { t } = audience;
  if (isInstant && times.length > 0) throw new UsageError(t('wrong.instant'));
  if (times.length > MAX_TIMES) throw new UsageError(t('wrong.time', { typed: times.join(' ') }));
  const choose = (chosen: string) => again({ zone: chosen });
  const where = zoneTyped === undefined ? zone : readZone(zoneTyped, { audience, choose });
  return {
    ...(isInstant && { times: 'instant' }),
    ...(times.length > 0 && { times }),
    ...(days.length > 0 && { days, daysOff }),
    ...(where !== undefined && { zone: where }),
  };
}

/** Reads the requested selection. Throws a `UsageError` for an unknown site, or too many or too long topics. */
export async function readSelection(
  { topics, without, isEverything, sources: typed }: RequestReading,
  { library, again, audience, maxButtonBytes }: ReadContext,
): Promise<Partial<Selection>> {
  const sources: string[] = [];
  const sites = typed.map((site) => site.replace(FROM, ''));
  for (const [at, site] of sites.entries()) {
    const instead = (chosen: string) => again({ sources: sites.with(at, chosen) });
    sources.push(await findSource(site, library, { audience, again: instead, maxButtonBytes }));
  }
  const selected = sources.length > 0 ? { sources: [...new Set(sources)] } : {};
  const all = [...topics, ...without];
  if (all.length === 0) return isEverything ? { sources: [], topics: [], without: [], ...selected } : selected;
  if (all.length > MAX_WORDS) throw new UsageError(audience.t('wrong.manyTopics', { count: MAX_WORDS }));
  const long = all.find((word) => word.length > MAX_CHARS);
  if (long !== undefined) throw new UsageError(audience.t('wrong.longTopic', { typed: long, count: MAX_CHARS }));
  return { ...selected, topics, without };
}
