import { parseTimeSpan } from '../schedule/time-span.ts';
import { parseRequest } from './parse-request.ts';

/** Whether words name nothing but a length or an end: `2 days`, `一周`, `until friday`, `bis Montag`. */
export function isPeriod(typed: string): boolean {
  if (parseTimeSpan(typed.normalize('NFKC').trim().toLowerCase()) !== undefined) return true;
  const { topics, sources, without, days, times, problems } = parseRequest(typed);
  const isWhen = days.length + times.length > 0 || problems.some(({ kind }) => /^(?:frequency|once)$/u.test(kind));
  return isWhen && topics.length + sources.length + without.length === 0;
}
