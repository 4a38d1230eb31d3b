import { EVERY_DAY } from '../schedule/schedule.ts';
import { CLASSES } from './lexicon/lexicon.ts';
import type { RequestReading } from './parse-request.ts';
import { toTopicsText } from './parse-topics.ts';

type Selected = 'days' | 'daysOff' | 'zone' | 'sources' | 'topics' | 'without' | 'isEverything' | 'style';

/** What a request may name, each in a form that is read back as the same. */
export interface RequestParts extends Pick<RequestReading, Selected> {
  times: readonly string[] | 'instant';
}

/** Formats a request the way people type it, so that it parses to the same again. */
export function formatRequest({
  times,
  days = [],
  daysOff = [],
  zone,
  sources,
  style,
  isEverything,
  ...topics
}: Partial<RequestParts>): string {
  const { topics: wanted = [], without = [] } = topics;
  return [
    ...(daysOff.length > 0 ? [`except ${formatDaysAsTyped(daysOff)}`] : []),
    ...(daysOff.length > 0 || days.length === 0 ? [] : [formatDaysAsTyped(days)]),
    ...(times === 'instant' ? ['instant'] : (times ?? [])),
    ...(zone === undefined ? [] : [zone]),
    ...(style === undefined ? [] : [style]),
    ...(isEverything === true ? ['everything'] : []),
    ...(sources ?? []),
    toTopicsText({ topics: wanted, without }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Formats days the way people type them: `weekdays`, `mon wed`. */
export function formatDaysAsTyped(days: readonly number[]): string {
  const key = days.join('');
  if (key === EVERY_DAY.join('')) return 'daily';
  if (key === '12345') return 'weekdays';
  if (key === '67') return 'weekends';
  return days.map((day) => CLASSES.days[day - 1]).join(' ');
}
