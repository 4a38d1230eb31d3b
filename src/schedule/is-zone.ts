import { zoneClock } from './zone-clock.ts';

/** Whether a name is that of an IANA zone, by the time zone database of this program. */
export function isZone(name: string): boolean {
  try {
    zoneClock(name);
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
