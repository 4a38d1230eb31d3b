import type { Limits } from '../../src/messaging/rate-limits/sliding-window.ts';

/**
 * What Telegram asks of bots (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), with a
 * little more time: clocks do not run as evenly as that. Groups, supergroups and channels have negative ids. Each picture
 * of an album counts as a message.
 */
export const RATE_LIMITS: Limits = {
  all: { most: 30, withinMs: 1005 },
  of: (chat) => (chat.startsWith('-') ? { most: 20, withinMs: 60_500 } : { most: 1, withinMs: 1020 }),
};
