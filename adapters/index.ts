import { createDiscord } from './discord/adapter.ts';
import { probeDiscord } from './discord/probe.ts';
import type { CreatePlatform, CreateProbe } from './platform.ts';
import { createTelegram } from './telegram/adapter.ts';
import { probeTelegram } from './telegram/probe.ts';

/** Every platform that the settings can ask for; where they ask for none, there is the console. */
export const platforms: readonly CreatePlatform[] = [
  (context) => createTelegram(context),
  (context) => createDiscord(context),
];

/** What asks each of them whether it lets the bot in. */
export const probes: readonly CreateProbe[] = [probeTelegram, probeDiscord];
