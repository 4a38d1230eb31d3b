import type { BackgroundService } from '../background-service.ts';
import type { FeedStore } from '../following/feed-store.ts';
import { MAX_FEEDS } from '../following/follow-policy.ts';
import type { Translate } from '../locales/messages.ts';
import type { State } from '../state.ts';
import type { OperatorNotices, PersonalPlatform } from './operator-notices.ts';

interface NoticeServiceDeps extends Pick<State, 'unreadable'> {
  feeds: Pick<FeedStore, 'count'>;
  notices: Pick<OperatorNotices, 'reportTrouble' | 'tell'>;
  platforms: readonly PersonalPlatform[];
  t: Translate;
}

const EVERY_MINUTES = 10;

/** Tells the operators every minute. Looks every ten for what nothing else reports: damaged entries, and the maximum of feeds. */
export function createNoticeService({
  unreadable,
  feeds,
  notices,
  platforms,
  t,
}: NoticeServiceDeps): BackgroundService {
  async function look(): Promise<void> {
    const [damaged, followed] = await Promise.all([unreadable(), feeds.count()]);
    const count = damaged.length;
    const isFull = followed >= MAX_FEEDS;
    notices.reportTrouble('unreadable', count > 0 ? { line: t('operator.unreadable', { count }) } : undefined);
    notices.reportTrouble('feeds', isFull ? { line: t('operator.feedsFull', { count: MAX_FEEDS }) } : undefined);
  }

  let running: Promise<void> | undefined;
  return {
    async start() {},
    async tick(at) {
      if (running !== undefined) return;
      running = (async () => {
        if (at.getUTCMinutes() % EVERY_MINUTES === 0) await look();
        await notices.tell(platforms, at);
      })().finally(() => {
        running = undefined;
      });
      await running;
    },
    async stop() {
      await running?.catch(() => undefined);
    },
  };
}
