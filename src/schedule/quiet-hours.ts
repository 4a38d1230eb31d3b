import { parseTimes } from './parse-times.ts';
import type { QuietHours } from './schedule.ts';
import { msOfDay } from './time-of-day.ts';
import { zoneClock } from './zone-clock.ts';

/** Quiet hours by the wall clock of a zone. An instant schedule has this shape. */
export interface Quiet {
  zone: string;
  quiet: QuietHours | null;
}

const DAY_MS = 24 * 60 * 60_000;
const FROM = /^(?:from(?![a-z])|[从從自])\s*/iu;
const BETWEEN_AND = /^between\s+(.+?)\s+and\s+/iu;
const BETWEEN = /\s*(?:[-–—~〜]|至|到|(?<![a-z])(?:to|until|till)(?![a-z]))\s*/iu;
const OFF = /^(?:off|none|no|never|关|关闭|关掉|不要|關|關閉|關掉|無|无)$/iu;

/**
 * Whether an instant is in quiet hours: from their start (inclusive) to their end (exclusive). If both are the same time there
 * are none.
 */
export function isQuiet({ zone, quiet }: Quiet, at: Date): boolean {
  return quiet !== null && isWithin(quiet, zoneClock(zone).wallAt(at.getTime()));
}

/**
 * The end of the quiet hours around an instant; undefined if it is not in quiet hours. The wall clock decides: an hour that
 * occurs twice when clocks change may be quiet twice.
 */
export function quietUntil({ zone, quiet }: Quiet, at: Date): Date | undefined {
  const clock = zoneClock(zone);
  let instant = at.getTime();
  while (quiet !== null && isWithin(quiet, clock.wallAt(instant))) {
    const wait = modulo(msOfDay(quiet.to) - clock.wallAt(instant), DAY_MS);
    instant = Math.min(instant + wait, clock.nextChange(instant));
  }
  return instant === at.getTime() ? undefined : new Date(instant);
}

function isWithin({ from, to }: QuietHours, wall: number): boolean {
  const begin = msOfDay(from);
  return modulo(wall - begin, DAY_MS) < modulo(msOfDay(to) - begin, DAY_MS);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** Parses typed quiet hours: `22:00-07:00`, `10 pm to 7 am`, `晚上10点到早上7点`; null if there are none: `off`, `关`. */
export function parseQuietHours(typed: string): QuietHours | null | undefined {
  const text = typed.normalize('NFKC').trim().replace(FROM, '').replace(BETWEEN_AND, '$1-');
  if (OFF.test(text)) return null;
  const [from, to, ...others] = text.split(BETWEEN).map(parseOneTime);
  if (from === undefined || to === undefined || others.length > 0 || from === to) return undefined;
  return { from, to };
}

/** Formats quiet hours the way people type them. */
export function formatQuietHours({ from, to }: QuietHours): string {
  return `${from}-${to}`;
}

function parseOneTime(typed: string): string | undefined {
  // Hours without minutes are enough in a range: `22-7`.
  const times = parseTimes(/^\d{1,2}$/u.test(typed) ? `${typed}:00` : typed);
  return typeof times === 'object' && times.length === 1 ? times[0] : undefined;
}
