import type { RateLimiter } from '../../src/messaging/rate-limiter.ts';

/** As fast as the machine: what the pace does has its own tests. */
export const NO_PACE: RateLimiter = {
  wait: async () => undefined,
  recordAnswered: () => undefined,
  pause: () => undefined,
  pauseAll: () => undefined,
};
