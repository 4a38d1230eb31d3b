import type { PartOfDay } from './lexicon/lexicon.ts';
import type { Meaning } from './lexicons.ts';

/** The default times of the parts of a day, in minutes. */
const DEFAULTS: Readonly<Record<PartOfDay, number>> = {
  smallHours: 5 * 60,
  dawn: 7 * 60,
  morning: 8 * 60,
  forenoon: 9 * 60,
  noon: 12 * 60,
  afternoon: 15 * 60,
  dusk: 18 * 60,
  evening: 20 * 60,
  night: 22 * 60,
  midnight: 0,
};
const DAY = 24 * 60;

/** A time of day; undefined for what is none. */
export function toClock(hour: number | undefined, minute: number | undefined): Meaning | undefined {
  if (hour === undefined || minute === undefined || hour > 24 || minute > 59 || minute < 0) return undefined;
  if (hour === 24) return { kind: 'time' };
  return { kind: 'clock', minutes: ((hour + 24) % 24) * 60 + minute, isLoose: hour <= 12 };
}

/** An hour, or hours and minutes in four digits: `0730 and 1930`. */
export function toHour(number: number): Meaning | undefined {
  return number < 100 ? toClock(number, 0) : toClock(Math.floor(number / 100), number % 100);
}

/** `seven thirty`. */
export function toHourAndMinute(hour: number | undefined, minute = 0): Meaning | undefined {
  return minute < 10 ? undefined : toClock(hour, minute);
}

/** A clock or an hour with more or fewer minutes. */
export function withMinutes(time: Meaning | undefined, minutes: number): Meaning | undefined {
  if (time?.minutes !== undefined)
    return { kind: 'clock', minutes: time.minutes + minutes, isLoose: time.isLoose ?? false };
  if (time?.number !== undefined && minutes < 0) return toClock((time.number + 11) % 12 || 12, 60 + minutes);
  return toClock(time?.number, minutes);
}

/** A clock or an hour in a part of the day. An hour after twelve needs none. */
export function inPart(time: Meaning | undefined, part: PartOfDay | undefined): Meaning | undefined {
  const clock = withMinutes(time, 0);
  if (clock?.minutes === undefined || part === undefined) return undefined;
  const hour = Math.floor(clock.minutes / 60);
  const shift = clock.isLoose === true && hour > 0 ? shiftOf(part, hour) : 0;
  return { kind: 'clock', minutes: (clock.minutes + shift * 60 + DAY) % DAY, isLoose: false, part };
}

/** The hours to add: twelve at night is the start of a day, like the hours after it. */
function shiftOf(part: PartOfDay, hour: number): number {
  if (part === 'noon') return hour < 11 ? 12 : 0;
  if (part === 'afternoon' || part === 'dusk') return hour < 12 ? 12 : 0;
  if (part === 'evening' || part === 'night' || part === 'midnight') return hour > 4 ? 12 : 0;
  return hour === 12 ? 12 : 0;
}

/** The default time of a part of the day. */
export function atPart({ part }: Meaning): Meaning | undefined {
  return part && { kind: 'clock', minutes: DEFAULTS[part], isLoose: false };
}
