import type { BackgroundService } from '../src/background-service.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import type { ConfigOf } from '../src/config.ts';
import { defaultsSettings } from '../src/defaults.ts';
import { rolesSettings } from '../src/roles.ts';
import { discordLimits } from './discord/limits.ts';
import { discordSettings } from './discord/settings.ts';
import { fetchSettings } from './fetch/settings.ts';
import { followingSettings } from './following-settings.ts';
import { httpSettings } from './http/settings.ts';
import { MIRRORS_ROOT } from './mirrors/mirror-source.ts';
import { createMirrors } from './mirrors/mirrors.ts';
import { mirrorsSettings } from './mirrors/settings.ts';
import { modelSettings } from './models/settings.ts';
import { logSettings } from './process/log-settings.ts';
import type { Platform, PlatformContext, Probe, ServiceContext } from './shared/platform.ts';
import { proxySettings } from './shared/proxy.ts';
import { snapshotsSettings } from './snapshots/settings.ts';
import { storeSettings } from './stores.ts';
import { telegramLimits } from './telegram/limits.ts';
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

/** Loads and creates the configured platforms. If there are none, the console is used. */
export async function createPlatforms(
  { telegram, discord, proxy }: Config,
  context: PlatformContext,
): Promise<Platform[]> {
  const created = await Promise.all([
    telegram && import('./telegram/adapter.ts').then((one) => one.createTelegram({ ...telegram, proxy }, context)),
    discord && import('./discord/adapter.ts').then((one) => one.createDiscord({ ...discord, proxy }, context)),
  ]);
  return created.filter((platform) => platform !== undefined);
}

/** Creates each background service; one that is not configured does nothing. */
export const services: readonly ((config: Config, context: ServiceContext) => BackgroundService)[] = [
  ({ mirrors }, context) => createMirrors(mirrors, { ...context, root: MIRRORS_ROOT }),
];

/** The limits of all platforms. The core respects the strictest, so that answers are the same everywhere. */
export const limits: readonly PlatformLimits[] = [telegramLimits, discordLimits];

/** Loads what tells what each platform would be sent of a view, to draw it. */
export const payloads = {
  telegram: async () => (await import('./telegram/payloads.ts')).telegramPayloads,
  discord: async () => (await import('./discord/payloads.ts')).discordPayloads,
};

/** Loads and creates the connection checks of the configured platforms. */
export async function createProbes({ telegram, discord, proxy }: Config): Promise<Probe[]> {
  const created = await Promise.all([
    telegram && import('./telegram/probe.ts').then((one) => one.probeTelegram({ ...telegram, proxy })),
    discord && import('./discord/probe.ts').then((one) => one.probeDiscord({ ...discord, proxy })),
  ]);
  return created.filter((probe) => probe !== undefined);
}
