import type { BackgroundService } from '../src/background-service.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import type { ConfigOf } from '../src/config.ts';
import { defaultsSettings } from '../src/defaults.ts';
import { rolesSettings } from '../src/roles.ts';
import { createDiscord } from './discord/adapter.ts';
import { discordLimits } from './discord/limits.ts';
import { discordPayloads } from './discord/payloads.ts';
import { probeDiscord } from './discord/probe.ts';
import { discordSettings } from './discord/settings.ts';
import { fetchSettings } from './fetch/settings.ts';
import { followingSettings } from './following-settings.ts';
import { httpSettings } from './http/settings.ts';
import { MIRRORS_ROOT } from './mirrors/mirror-source.ts';
import { createMirrors } from './mirrors/mirrors.ts';
import { mirrorsSettings } from './mirrors/settings.ts';
import { modelSettings } from './models/settings.ts';
import type { Platform, PlatformContext, Probe, ServiceContext } from './platform.ts';
import { logSettings } from './process/log-settings.ts';
import { proxySettings } from './proxy.ts';
import { snapshotsSettings } from './snapshots/settings.ts';
import { storeSettings } from './stores.ts';
import { createTelegram } from './telegram/adapter.ts';
import { telegramLimits } from './telegram/limits.ts';
import { telegramPayloads } from './telegram/payloads.ts';
import { probeTelegram } from './telegram/probe.ts';
import { telegramSettings } from './telegram/settings.ts';
import { webSettings } from './web/settings.ts';

/** All settings, in the order of the documentation. */
export const settings = {
  telegram: telegramSettings,
  discord: discordSettings,
  snapshots: snapshotsSettings,
  mirrors: mirrorsSettings,
  fetch: fetchSettings,
  following: followingSettings,
  proxy: proxySettings,
  store: storeSettings,
  web: webSettings,
  http: httpSettings,
  roles: rolesSettings,
  defaults: defaultsSettings,
  log: logSettings,
  model: modelSettings,
};

/** The settings of every part of the program. */
export type Config = ConfigOf<typeof settings>;

/** The variables that may contain a secret. */
export const secrets = [
  'TELEGRAM_TOKEN',
  'DISCORD_TOKEN',
  'STORE_URL',
  'WEB_TOKEN',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'SUMMARY_MODEL_KEY',
];

/** Creates each platform, or returns undefined if it is not configured. If none is, the console is used. */
export const platforms: readonly ((config: Config, context: PlatformContext) => Platform | undefined)[] = [
  ({ telegram, proxy }, context) => telegram && createTelegram({ ...telegram, proxy }, context),
  ({ discord, proxy }, context) => discord && createDiscord({ ...discord, proxy }, context),
];

/** Creates each background service, or returns undefined if it is not configured. */
export const services: readonly ((config: Config, context: ServiceContext) => BackgroundService | undefined)[] = [
  ({ mirrors }, context) =>
    mirrors.remotes.length > 0 ? createMirrors(mirrors, { ...context, root: MIRRORS_ROOT }) : undefined,
];

/** The limits of all platforms. The core respects the strictest, so that answers are the same everywhere. */
export const limits: readonly PlatformLimits[] = [telegramLimits, discordLimits];

/** What each platform would be sent of a view, to draw it. */
export const payloads = { telegram: telegramPayloads, discord: discordPayloads };

/** Creates the connection check of each configured platform. */
export const probes: readonly ((config: Config) => Probe | undefined)[] = [
  ({ telegram, proxy }) => telegram && probeTelegram({ ...telegram, proxy }),
  ({ discord, proxy }) => discord && probeDiscord({ ...discord, proxy }),
];
