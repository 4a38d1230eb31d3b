import type { RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';
import type { Limits } from '../../src/messaging/rate-limits/sliding-window.ts';

/**
 * Fifty requests a second in all (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit), with a little
 * more time because clocks are not exact, and one left for the gateway, which discord.js asks for its address. discord.js keeps the limits of each channel, which Discord sends with each
 * response. Responses to interactions are exempt.
 */
export const RATE_LIMITS: Limits = { all: { most: 49, withinMs: 1005 }, of: () => undefined };

/** Discord bans an address after 10,000 invalid requests in ten minutes: https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const SLOW_FROM = 1000;
const STOP_FROM = 5000;
const SLOW_MS = 1000;
const STOP_MS = 10 * 60_000;

/** Slows down all requests to channels after many invalid requests in ten minutes, and stops them long before a ban. */
export function pauseAfterInvalidRequests(count: number, rateLimiter: Pick<RateLimiter, 'pauseAll'>): void {
  if (count >= STOP_FROM) rateLimiter.pauseAll(STOP_MS);
  else if (count >= SLOW_FROM) rateLimiter.pauseAll(SLOW_MS);
}
