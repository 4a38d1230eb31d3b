import type { RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';

/** Delays nothing: the rate limiter has its own tests. */
export const NO_RATE_LIMIT: RateLimiter = {
  wait: async () => () => undefined,
  pause: () => undefined,
  pauseAll: () => undefined,
};
