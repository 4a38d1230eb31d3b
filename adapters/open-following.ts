import type { Clock } from '../src/clock.ts';
import { createCollectingTurn } from '../src/following/collect-in-turn.ts';
import { type Collector, type CollectorDeps, createCollector } from '../src/following/collector.ts';
import type { FollowPolicy } from '../src/following/follow-policy.ts';
import { followSetting } from '../src/following/follow-setting.ts';
import type { Metrics } from '../src/metrics.ts';
import type { State } from '../src/state.ts';
import type { FetchPage } from '../src/web/fetch-page.ts';
import type { FetchSettings } from './fetch/settings.ts';
import type { FollowingSettings } from './following-settings.ts';
import { openWeb } from './open-web.ts';
import { saveSnapshot } from './snapshots/save-snapshot.ts';

export interface FollowingOptions extends Pick<State, 'feeds' | 'articles' | 'subscriptions' | 'lead'> {
  following: FollowingSettings;
  web: FetchSettings;
  /** The folder for the snapshots. */
  folder: string;
  clock: Clock;
  metrics: Metrics;
  reportTrouble: CollectorDeps['reportTrouble'];
  /** Brings the library up to date soon, because files were added. */
  syncLibrary(): void;
  report(error: unknown): void;
}

/** The collector, and what `/follow` needs. */
export interface Following extends FollowPolicy, Pick<CollectorDeps, 'limits'> {
  collector: Collector;
  /** Fetches at once, for somebody who waits. */
  fetch: FetchPage;
  wake(): void;
}

const DAY_MS = 24 * 60 * 60_000;

/** Opens what collects followed feeds, not started yet. */
export function openFollowing({ following, web, folder, articles, ...options }: FollowingOptions): Following {
  const { fetchAtOnce, fetchInTurn, capture, close } = openWeb(web, options);
  const limits = { minMs: following.everyMs, maxMs: DAY_MS };
  const save: CollectorDeps['save'] = async (file) => {
    await saveSnapshot(folder, file);
    options.syncLibrary();
  };
  const turn = createCollectingTurn(options.feeds, options.lead);
  const read = { feeds: turn.feeds, library: articles, fetch: fetchInTurn };
  const collector = createCollector({ ...options, ...read, limits, capture, save });
  return {
    ...following,
    limits,
    fetch: fetchAtOnce,
    wake: collector.wake,
    collector: {
      ...collector,
      async start() {
        await followSetting(following.feeds, { feeds: options.feeds, now: new Date(options.clock.nowMs()) });
        turn.start();
        await collector.start();
      },
      async stop() {
        await collector.stop();
        await turn.stop();
        await close();
      },
    },
  };
}
