import type { PlatformLimits } from '../src/chat/platform.ts';
import type { ConfigOf } from '../src/config.ts';
import { defaultsSettings } from '../src/defaults.ts';
import { createDiscord } from './discord/adapter.ts';
import { discordLimits } from './discord/limits.ts';
import { probeDiscord } from './discord/probe.ts';
import { discordSettings } from './discord/settings.ts';
import { modelSettings } from './models/settings.ts';
import type { Platform, PlatformContext, Probe } from './platform.ts';
import { logSettings } from './process/log-settings.ts';
import { snapshotsSettings } from './snapshots/settings.ts';
import { storeSettings } from './stores.ts';
import { createTelegram } from './telegram/adapter.ts';
import { telegramLimits } from './telegram/limits.ts';
import { probeTelegram } from './telegram/probe.ts';
import { telegramSettings } from './telegram/settings.ts';

/** All settings, in the order in which they are documented. */
export const settings = {
  telegram: telegramSettings,
  discord: discordSettings,
  snapshots: snapshotsSettings,
  store: storeSettings,
  defaults: defaultsSettings,
  log: logSettings,
  model: modelSettings,
};

/** The settings of every part of the program. */
export type Config = ConfigOf<typeof settings>;

/** Every platform that the settings can ask for, undefined where they do not; where they ask for none, there is the console. */
export const platforms: readonly ((config: Config, context: PlatformContext) => Platform | undefined)[] = [
  ({ telegram }, context) => telegram && createTelegram(telegram, context),
  ({ discord }, context) => discord && createDiscord(discord, context),
];

/** The limits of every platform: what the core makes holds all of them, so that it is the same on each. */
export const limits: readonly PlatformLimits[] = [telegramLimits, discordLimits];

/** What asks each of them whether it lets the bot in. */
export const probes: readonly ((config: Config) => Probe | undefined)[] = [
  ({ telegram }) => telegram && probeTelegram(telegram),
  ({ discord }) => discord && probeDiscord(discord),
];
