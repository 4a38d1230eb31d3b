import type { BackgroundService } from '../src/background-service.ts';
import type { DeliveryService } from '../src/delivery/delivery-service.ts';
import type { Revisions } from '../src/delivery/revisions/revisions.ts';
import type { OpenLibrary } from '../src/library/open-library.ts';
import { createLibraryUpdates, type LibraryUpdates } from '../src/library/updates.ts';
import type { Translate } from '../src/locales/messages.ts';
import { createNoticeService } from '../src/operators/notice-service.ts';
import { createTroubleReports } from '../src/operators/report-feed-trouble.ts';
import type { Roles } from '../src/roles.ts';
import type { State } from '../src/state.ts';
import type { Config } from './index.ts';
import type { WatchedSync } from './library-sync.ts';
import { openCollecting } from './open-collecting.ts';
import type { Following } from './open-following.ts';
import type { ServiceContext } from './shared/platform.ts';
import { sourcesOf } from './sources.ts';

interface BackgroundOptions extends State, OpenLibrary, Omit<ServiceContext, 'syncLibrary' | keyof State> {
  sync: WatchedSync;
  roles: Roles;
  platforms: Parameters<typeof createTroubleReports>[0]['platforms'] &
    Parameters<typeof createNoticeService>[0]['platforms'];
  notices: Parameters<typeof createNoticeService>[0]['notices'];
  /** Sends and edits digests, where this process does. */
  digests: Pick<DeliveryService, 'tick'> | undefined;
  revisions: Revisions | undefined;
  now(): Date;
  t: Translate;
}

/** What works beside the answers. */
interface Background {
  following: Following;
  /** Reads what changes in the folders of snapshots. */
  updates: LibraryUpdates;
  services: readonly BackgroundService[];
}

/** Opens what works beside the answers: reads snapshots, collects from sites, edits digests and tells operators. */
export function openBackground(
  config: Config,
  { sync, roles, notices, digests, revisions, ...options }: BackgroundOptions,
): Background {
  const { now, t, warn } = options;
  const updates = createLibraryUpdates({
    ...options,
    sync,
    folders: sourcesOf(config).map(({ name }) => name),
    async onRead({ refused }) {
      if (refused > 0) warn(t('console.refused', { count: refused }));
      await digests?.tick(now());
      revisions?.request();
    },
  });
  const reportFeed = createTroubleReports({ ...options, ...config.defaults });
  const context = { ...options, syncLibrary: updates.request };
  const { following, services } = openCollecting(config, { ...options, context, reportFeed, roles });
  const telling = createNoticeService({ ...options, notices });
  return { following, updates, services: [...services, telling, ...(revisions ? [revisions] : [])] };
}
