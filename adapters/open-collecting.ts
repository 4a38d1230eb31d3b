import type { BackgroundService } from '../src/background-service.ts';
import type { Roles } from '../src/roles.ts';
import { type Config, services } from './index.ts';
import { type Following, type FollowingOptions, openFollowing } from './open-following.ts';
import type { ServiceContext } from './shared/platform.ts';

interface CollectingOptions extends Omit<FollowingOptions, 'following' | 'web' | 'folder' | keyof ServiceContext> {
  context: ServiceContext;
  roles: Roles;
  reportFeed: FollowingOptions['reportTrouble'];
}

/** Opens what collects articles. Without that role nothing works in the background, and people can follow sites all the same. */
export function openCollecting(
  config: Config,
  { context, roles, reportFeed, ...options }: CollectingOptions,
): { following: Following; services: readonly BackgroundService[] } {
  const following = openFollowing({
    ...context,
    ...options,
    following: config.following,
    web: config.fetch,
    folder: config.snapshots.captured,
    reportTrouble: reportFeed,
  });
  const { collector } = following;
  if (!roles.has('collect')) return { following, services: [{ ...IDLE, stop: collector.stop }] };
  return { following, services: [...services.map((create) => create(config, context)), collector] };
}

const IDLE = { start: async () => undefined, tick: async () => undefined };
