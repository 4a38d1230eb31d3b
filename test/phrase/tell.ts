import type { RequestReading } from '../../src/phrase/parse-request.ts';

/**
 * A reading in one line: times, days, zone, style, sites, topics and excluded words, without what a daily digest at eight of
 * everything has anyway; `?` with the kind and words of each question.
 */
export function tell(reading: RequestReading): string {
  const { problems, times, days, isInstant, zone, style, line, sources, topics, without } = reading;
  if (problems.length > 0) return problems.map(({ kind, words }) => `? ${kind} ${words}`).join(' ');
  const parts = [
    isInstant ? 'instant' : times.join(','),
    days.length === 7 ? '' : days.join(''),
    zone ?? '',
    style ?? '',
    line === undefined ? '' : `#${line}`,
    ...sources.map((one) => `@${one}`),
    ...topics.map((one) => `+${one}`),
    ...without.map((one) => `-${one}`),
  ];
  return parts.filter((part) => part !== '').join(' ');
}
