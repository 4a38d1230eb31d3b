import { EVERY_DAY } from './subscribe.ts';
import type { Schedule, Subscription } from './subscription.ts';
import { toTopicsText } from './topics.ts';

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What makes the same subscription when it is typed. */
export function toSubscribeText({
  schedule,
  selection,
  style,
}: Pick<Subscription, 'schedule' | 'selection' | 'style'>): string {
  const parts = [...whenOf(schedule), schedule.zone, style, ...selection.sources, toTopicsText(selection)];
  return ['/subscribe', ...parts.filter((part) => part !== '')].join(' ');
}

/** Days as someone would type them. */
export function toDaysText(days: readonly number[]): string {
  const key = days.join('');
  if (key === EVERY_DAY.join('')) return 'daily';
  if (key === '12345') return 'weekdays';
  if (key === '67') return 'weekends';
  return days.map((day) => NAMES[day - 1]).join(' ');
}

function whenOf(schedule: Schedule): string[] {
  if (schedule.kind === 'instant') return ['instant'];
  const { times, days } = schedule;
  return [...times, ...(days.length === EVERY_DAY.length ? [] : [toDaysText(days)])];
}
