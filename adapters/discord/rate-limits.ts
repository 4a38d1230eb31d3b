import type { Limits } from '../../src/messaging/sliding-window.ts';

/**
 * Fifty requests a second in all (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit), with a little
 * more time: clocks do not run as evenly as that. discord.js keeps to the limits of each channel, which Discord sends with
 * each answer. Answers to interactions are exempt.
 */
export const RATE_LIMITS: Limits = { all: { most: 50, withinMs: 1020 }, of: () => undefined };
