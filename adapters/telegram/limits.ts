import type { PlatformLimits } from '../../src/chat/platform.ts';

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
export const telegramLimits: PlatformLimits = { maxButtonBytes: 64 };
