import type { Clock } from '../../src/clock.ts';
import { createRateLimiter, type RateLimiter } from '../../src/messaging/rate-limiter.ts';
import type { Limits } from '../../src/messaging/sliding-window.ts';

/**
 * Fifty requests a second in all (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit), with a little
 * more time: clocks do not run as evenly as that. What one channel takes Discord tells with each answer, and discord.js
 * keeps to that. Answers to interactions are exempt, and wait for nothing.
 */
const LIMITS: Limits = { all: { most: 50, withinMs: 1020 }, of: () => undefined };

/** What is sent in channels, as fast as Discord allows. */
export function createDiscordPace(clock: Clock): RateLimiter {
  return createRateLimiter(clock, LIMITS);
}
