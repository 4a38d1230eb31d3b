import { parseRequest, type RequestReading } from './parse-request.ts';

const MAX_CHARS = 200;
const MAX_TIMES = 12;

/**
 * Parses times of day into at most 12 `HH:MM`, sorted and unique: `8:00`, `8:30 pm 20:30`, `早上8点半`, `noon`; or into `instant`.
 * Undefined for anything else.
 */
export function parseTimes(typed: string): readonly string[] | 'instant' | undefined {
  const reading = parseAlone(typed);
  if (reading === undefined || (reading.days.length > 0 && reading.days.length < 7)) return undefined;
  if (reading.isInstant) return reading.times.length === 0 ? 'instant' : undefined;
  return reading.times.length === 0 || reading.times.length > MAX_TIMES ? undefined : reading.times;
}

/** Parses days of the week, 1 for Monday to 7 for Sunday, sorted: `weekdays`, `fri-mon`, `周一三五`. Undefined for anything else. */
export function parseDays(typed: string): readonly number[] | undefined {
  const reading = parseAlone(typed);
  const isOnlyDays =
    reading !== undefined && reading.times.length === 0 && !reading.isInstant && reading.days.length > 0;
  return isOnlyDays ? reading.days : undefined;
}

/** A request that names nothing but times and days. */
function parseAlone(typed: string): RequestReading | undefined {
  if (typed.length > MAX_CHARS) return undefined;
  const reading = parseRequest(typed);
  const { problems, sources, topics, without, style, zone, line, isEverything } = reading;
  const others = problems.length + sources.length + topics.length + without.length;
  const hasMore = others > 0 || isEverything || style !== undefined || zone !== undefined || line !== undefined;
  return hasMore ? undefined : reading;
}
