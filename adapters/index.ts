import { createDiscord } from './discord/adapter.ts';
import { checkDiscord } from './discord/probe.ts';
import type { CheckPlatform, CreatePlatform } from './platform.ts';
import { createTelegram } from './telegram/adapter.ts';
import { checkTelegram } from './telegram/probe.ts';

/** Every platform that the settings can ask for; where they ask for none, there is the console. */
export const platforms: readonly CreatePlatform[] = [
  (context) => createTelegram(context),
  (context) => createDiscord(context),
];

/** What asks each of them whether it lets the bot in. */
export const checks: readonly CheckPlatform[] = [checkTelegram, checkDiscord];
