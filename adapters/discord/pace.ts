import { type Clock, createPace, type Limits, type Pace } from '../../src/chat/pace.ts';

/**
 * Fifty requests a second in all (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit), with a little
 * more time: requests do not arrive as evenly as they leave. What one channel takes Discord tells with each answer, and
 * discord.js keeps to that. Answers to interactions are exempt, and wait for nothing.
 */
const LIMITS: Limits = { all: { most: 49, withinMs: 1010 }, of: () => undefined };

/** What is sent in channels, as fast as Discord allows. */
export function createDiscordPace(clock: Clock): Pace {
  return createPace(clock, LIMITS);
}
