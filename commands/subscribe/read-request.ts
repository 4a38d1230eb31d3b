import { findSource } from '../../src/arguments/find-source.ts';
import { joinDays, readDays, readTimes, readZone } from '../../src/arguments/read-when.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Library } from '../../src/library/library.ts';
import type { Selection } from '../../src/library/selection.ts';
import type { Audience } from '../../src/locales/audience.ts';
import type { ScheduleRequest } from '../../src/subscription/subscribe.ts';
import { isEverything, parseTopics, toTopicsText } from '../../src/subscription/topics.ts';

const FROM = /^(?:site:|from:|来自|來自|只看|只要)/iu;
const MAX_WORDS = 20;
const MAX_CHARS = 60;

/** The typed arguments of `/subscribe`. */
export interface SubscribeInput {
  times: string | undefined;
  days: string | undefined;
  zone: string | undefined;
  topics: string | undefined;
  source: string | undefined;
}

interface ReadContext extends PlatformLimits {
  library: Pick<Library, 'sources'>;
  /** Makes the command of a button that replaces a part of the input. */
  again(instead: Partial<SubscribeInput>): string;
  audience: Audience;
}

/** Makes a command from input; `what` are further arguments. */
export function toCommand({ topics, ...typed }: SubscribeInput, what: readonly (string | undefined)[]): string {
  const words = topics === undefined || isEverything(topics) ? topics : toTopicsText(parseTopics(topics));
  const { times, days, zone, source } = typed;
  return ['/subscribe', ...what, times, days, zone, source, words].filter((part) => part !== undefined).join(' ');
}

/** Reads the requested schedule. Throws a `UsageError`. */
export function readSchedule({ times, days, zone }: SubscribeInput, { again, audience }: ReadContext): ScheduleRequest {
  const choose = (chosen: string) => again({ zone: chosen });
  const withTimes = times === undefined ? {} : readTimes(times, audience);
  return {
    ...withTimes,
    ...(days !== undefined && { days: joinDays(readDays(days, audience), withTimes.days) }),
    ...(zone !== undefined && { zone: readZone(zone, { audience, choose }) }),
  };
}

/** Reads the requested selection. Throws a `UsageError` for an unknown site, or too many or too long topics. */
export async function readSelection(
  { topics, source }: SubscribeInput,
  { library, again, audience, maxButtonBytes }: ReadContext,
): Promise<Partial<Selection>> {
  const sources: string[] = [];
  const sites =
    source
      ?.split(/[\s,，、]+/u)
      .map((site) => site.replace(FROM, ''))
      .filter((site) => site !== '') ?? [];
  for (const [at, site] of sites.entries()) {
    const instead = (chosen: string) => again({ source: sites.with(at, chosen).join(' ') });
    sources.push(await findSource(site, library, { audience, again: instead, maxButtonBytes }));
  }
  const selected = sources.length > 0 ? { sources: [...new Set(sources)] } : {};
  if (topics === undefined) return selected;
  if (isEverything(topics)) return { sources: [], topics: [], without: [], ...selected };
  const words = parseTopics(topics);
  const all = [...words.topics, ...words.without];
  if (all.length === 0) return selected;
  if (all.length > MAX_WORDS) throw new UsageError(audience.t('wrong.manyTopics', { count: MAX_WORDS }));
  const long = all.find((word) => word.length > MAX_CHARS);
  if (long !== undefined) throw new UsageError(audience.t('wrong.longTopic', { typed: long, count: MAX_CHARS }));
  return { ...selected, ...words };
}
