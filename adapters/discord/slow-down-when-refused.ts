import type { RateLimiter } from '../../src/messaging/rate-limiter.ts';

/** Ten thousand refused requests in ten minutes shut an address out: https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const SLOW_FROM = 1000;
const STOP_FROM = 5000;
const SLOW_MS = 1000;
const STOP_MS = 10 * 60_000;

/** After so many refused requests in ten minutes, what is sent in channels slows down, and stops long before Discord would. */
export function slowDownWhenRefused(refused: number, pace: Pick<RateLimiter, 'pauseAll'>): void {
  if (refused >= STOP_FROM) pace.pauseAll(STOP_MS);
  else if (refused >= SLOW_FROM) pace.pauseAll(SLOW_MS);
}
