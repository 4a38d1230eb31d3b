import type { Delivered } from '../../../src/delivery/delivery.ts';
import type { Library } from '../../../src/library/library.ts';
import { dayAfter, dayNameAt, dayPeriod } from '../../../src/schedule/day-period.ts';
import { zoneClock } from '../../../src/schedule/zone-clock.ts';
import type { WebContext } from '../web-context.ts';
import type { BarChart } from './chart.ts';
import type { ReadDeliveries } from './read-deliveries.ts';

const DAYS = 14;
const HOURS = 24;
const HOUR_MS = 3_600_000;
const TOP_SOURCES = 4;

/** How long digests took from their time to their arrival. */
export interface Lateness {
  medianMs: number;
  worstMs: number;
}

/** The last days, today last. */
function lastDays({ now, zone }: Pick<WebContext, 'now' | 'zone'>): string[] {
  const today = dayNameAt(now(), zone);
  return Array.from({ length: DAYS }, (_, at) => dayAfter(today, at + 1 - DAYS));
}

function dayBars(days: readonly string[]): BarChart['bars'] {
  return days.map((day) => ({ name: day, label: day.slice('YYYY-MM-'.length) }));
}

/** How many articles each of the largest sites published on each day, and all others together. */
export async function articlesByDay(web: WebContext, others: string): Promise<BarChart> {
  const days = lastDays(web);
  const sources = (await web.library.sources()).toSorted((a, b) => b.articles - a.articles).slice(0, TOP_SOURCES);
  const named = await Promise.all(
    sources.map(async ({ source, name }) => ({
      name: name ?? source,
      values: await countByDay(web.library, days, { zone: web.zone, source }),
    })),
  );
  const all = await countByDay(web.library, days, { zone: web.zone });
  const rest = all.map((count, at) => named.reduce((left, { values }) => left - (values[at] ?? 0), count));
  const series = rest.some((count) => count > 0) ? [...named, { name: others, values: rest }] : named;
  return { bars: dayBars(days), series };
}

/** What is published after the start of a day, less what is published after its end. */
async function countByDay(
  library: Pick<Library, 'newest'>,
  days: readonly string[],
  { zone, source }: { zone: string; source?: string },
): Promise<number[]> {
  const since = async (at: Date | undefined) =>
    at === undefined
      ? 0
      : (await library.newest({ since: at, offset: 0, limit: 0, ...(source !== undefined && { source }) })).total;
  const counts: number[] = [];
  for (const day of days) {
    const period = dayPeriod(day, zone);
    counts.push((await since(period?.from)) - (await since(period?.until)));
  }
  return counts;
}

/** How many digests were due on each day, by how they ended. */
export function editionsByDay(
  { sent, failed }: Pick<ReadDeliveries, 'sent' | 'failed'>,
  web: Pick<WebContext, 'now' | 'zone'>,
  names: { sent: string; failed: string },
): BarChart {
  const days = lastDays(web);
  const count = (ended: readonly Delivered[]) => {
    const byDay = Map.groupBy(ended, ({ edition }) => dayNameAt(new Date(edition.slot), web.zone));
    return days.map((day) => byDay.get(day)?.length ?? 0);
  };
  return {
    bars: dayBars(days),
    series: [
      { name: names.sent, values: count(sent) },
      { name: names.failed, values: count(failed) },
    ],
  };
}

/** How many digests were in the queue during each of the last hours, this one last. */
export function queueByHour(
  { pending, sent, failed }: ReadDeliveries,
  { now, zone }: Pick<WebContext, 'now' | 'zone'>,
  name: string,
): BarChart {
  const clock = zoneClock(zone);
  const thisHour = Math.floor(now().getTime() / HOUR_MS);
  const hours = Array.from({ length: HOURS }, (_, at) => (thisHour + at + 1 - HOURS) * HOUR_MS);
  const stays = [
    ...pending.map(({ addedAt }) => ({ from: Date.parse(addedAt), until: Number.POSITIVE_INFINITY })),
    ...[...sent, ...failed].map((one) => ({ from: Date.parse(one.addedAt), until: Date.parse(one.endedAt) })),
  ];
  const countDuring = (hour: number) =>
    stays.filter(({ from, until }) => from < hour + HOUR_MS && until >= hour).length;
  const bars = hours.map((hour) => {
    const time = new Date(clock.wallAt(hour)).toISOString().slice('YYYY-MM-DDT'.length);
    return { name: time.slice(0, 'HH:MM'.length), label: time.slice(0, 'HH'.length) };
  });
  return { bars, series: [{ name, values: hours.map(countDuring) }] };
}

/** Undefined if nothing was sent. */
export function latenessOf(sent: ReadDeliveries['sent']): Lateness | undefined {
  const late = sent
    .map(({ endedAt, edition }) => Math.max(0, Date.parse(endedAt) - Date.parse(edition.slot)))
    .toSorted((a, b) => a - b);
  const [median, worst] = [late[Math.floor((late.length - 1) / 2)], late.at(-1)];
  return median === undefined || worst === undefined ? undefined : { medianMs: median, worstMs: worst };
}
