import { entryTimeMs } from '../../../src/library/entry.ts';
import { newestBetween } from '../../../src/library/newest-between.ts';
import { dayAfter, dayNameAt, dayPeriod } from '../../../src/schedule/day-period.ts';
import type { WebContext } from '../web-context.ts';

const DEFAULT_TIME = '08:00';
const DAYS_SHOWN = 30;
/** Enough for the digests that are shown, unless a few days have them all. */
const ENTRIES_READ = 1000;

type DayContext = Pick<WebContext, 'zone' | 'now' | 'digestTime'>;

/** The digest of a day, if it has articles. */
export interface DigestDay {
  day: string;
  due: Date;
  articles: number;
}

/** What the digest of a day covers: from the time of the day before to that of the day. Undefined if there is no such day. */
export function digestPeriod(
  day: string,
  { zone, digestTime = DEFAULT_TIME }: Pick<DayContext, 'zone' | 'digestTime'>,
) {
  return dayPeriod(dayAfter(day, -1), zone, digestTime);
}

/** The day of the next digest. */
export function nextDigestDay(web: DayContext): string {
  const today = dayNameAt(web.now(), web.zone);
  const period = digestPeriod(today, web);
  return period !== undefined && period.until > web.now() ? today : dayAfter(today, 1);
}

/** The latest digests that have articles, however old they are; the next one first. */
export async function digestDays(web: DayContext & Pick<WebContext, 'library'>): Promise<DigestDay[]> {
  const next = nextDigestDay(web);
  const { entries } = await web.library.newest({ offset: 0, limit: ENTRIES_READ });
  const days = new Set(entries.flatMap((entry) => dayOf(new Date(entryTimeMs(entry)), web) ?? []));
  const found: DigestDay[] = [];
  for (const day of [...days].filter((one) => one <= next).slice(0, DAYS_SHOWN)) {
    const period = digestPeriod(day, web);
    if (period === undefined) continue;
    const { total } = await newestBetween(web.library, period, { offset: 0, limit: 0 });
    if (total > 0) found.push({ day, due: period.until, articles: total });
  }
  return found;
}

/** The day whose digest has what was published at an instant. */
function dayOf(at: Date, web: DayContext): string | undefined {
  const day = dayNameAt(at, web.zone);
  return [day, dayAfter(day, 1)].find((one) => {
    const period = digestPeriod(one, web);
    return period !== undefined && period.from <= at && at < period.until;
  });
}
