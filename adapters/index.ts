import { createDiscord } from './discord/adapter.ts';
import type { CreatePlatform } from './platform.ts';
import { createTelegram } from './telegram/adapter.ts';

/** Every platform that the settings can ask for; where they ask for none, there is the console. */
export const platforms: readonly CreatePlatform[] = [
  (context) => createTelegram(context),
  (context) => createDiscord(context),
];
