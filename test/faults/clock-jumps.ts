import type { Random } from './random.ts';

const PRELOAD = new URL('./jumping-clock.ts', import.meta.url).href;
const MINUTE_MS = 60_000;
/** How far a clock may be off: never before the slot nor at the next one, so that each place has one edition. */
const MAX_AHEAD_MS = 600 * MINUTE_MS;
const MAX_BEHIND_MS = 50 * MINUTE_MS;
/** A clock jumps at most so long after the start. */
const JUMPS_UNTIL_MS = 8000;
const MAX_JUMPS = 3;

/** The environment of a bot whose clock is wrong from the start on, and then jumps forward or back a few times. */
export function jumpingClock(random: Random): Record<string, string> {
  const jumps = Array.from({ length: 1 + Math.floor(random.below(MAX_JUMPS)) }, (_, at) => [
    at === 0 ? 0 : Math.ceil(random.below(JUMPS_UNTIL_MS)),
    Math.round(random.below(MAX_AHEAD_MS + MAX_BEHIND_MS)) - MAX_BEHIND_MS,
  ]);
  return { NODE_OPTIONS: `--import=${PRELOAD}`, CLOCK_JUMPS: JSON.stringify(jumps) };
}
