import { Temporal } from 'temporal-polyfill';
import { msOfDay } from './time-of-day.ts';
import { zoneClock } from './zone-clock.ts';

const DAY = /^[12]\d{3}-\d{2}-\d{2}$/;

/** Parses the name of a day, `2024-05-01`. Undefined if there is no such day. */
export function parseDayName(text: string): string | undefined {
  const ms = DAY.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text) ? text : undefined;
}

/** The day that follows another by so many days. */
export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The name of the day of an instant in a zone. */
export function dayNameAt(at: Date, zone: string): string {
  return new Date(zoneClock(zone).wallAt(at.getTime())).toISOString().slice(0, 10);
}

/** A day in a zone: from a time of day, midnight if there is none, to the same time of the next day. Undefined for a day that the zone skips. */
export function dayPeriod(day: string, zone: string, time = '00:00'): { from: Date; until: Date } | undefined {
  const clock = zoneClock(zone);
  const instant = (name: string) => clock.instantOf(Date.parse(name) + msOfDay(time));
  const [from, until] = [instant(day), instant(dayAfter(day, 1)) ?? instant(dayAfter(day, 2))];
  return from === undefined || until === undefined ? undefined : { from: new Date(from), until: new Date(until) };
}
