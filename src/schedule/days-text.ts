import { EVERY_DAY } from './schedule.ts';

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Days as someone would type them. */
export function formatDaysAsTyped(days: readonly number[]): string {
  const key = days.join('');
  if (key === EVERY_DAY.join('')) return 'daily';
  if (key === '12345') return 'weekdays';
  if (key === '67') return 'weekends';
  return days.map((day) => NAMES[day - 1]).join(' ');
}
