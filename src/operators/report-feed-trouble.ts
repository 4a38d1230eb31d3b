import type { Deliverer } from '../delivery/deliverer.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { FeedStore } from '../following/feed-store.ts';
import { type FeedTrouble, type FollowedFeed, type Follower, isOperator } from '../following/followed-feed.ts';
import { createAudience } from '../locales/audience.ts';
import type { Language } from '../locales/languages.ts';
import { describeFeed } from '../presenters/following/describe-feed.ts';
import { feedTroubleView } from '../presenters/following/feed-trouble-view.ts';
import type { SubscriptionStore } from '../subscription/store.ts';

interface TroubleDeps {
  feeds: Pick<FeedStore, 'followers'>;
  subscriptions: Pick<SubscriptionStore, 'settings'>;
  platforms: readonly (Partial<Deliverer> & { platform: string })[];
  /** For chats without their own. */
  language: Language;
  zone: string;
  now(): Date;
  /** Logs a line for the operator. */
  warn(line: string): void;
}

/** Tells everybody who follows a feed what is wrong with it. A chat that cannot be reached misses it. */
export function createTroubleReports(deps: TroubleDeps) {
  return async (feed: FollowedFeed, trouble: FeedTrouble): Promise<void> => {
    deps.warn(
      `${describeFeed(feed)}: ${trouble === 'failing' ? `cannot be read (${feed.failure})` : 'unusually silent'}.`,
    );
    for (const follower of await deps.feeds.followers(feed.id)) {
      if (!isOperator(follower)) await tell(follower, { feed, trouble }, deps);
    }
  };
}

async function tell(
  follower: Follower,
  { feed, trouble }: { feed: FollowedFeed; trouble: FeedTrouble },
  { subscriptions, platforms, now, ...defaults }: TroubleDeps,
): Promise<void> {
  const platform = platforms.find((one) => one.platform === follower.platform);
  const settings = await subscriptions.settings(follower);
  const language = settings.language ?? defaults.language;
  const view = feedTroubleView(feed, trouble, {
    now: now(),
    audience: createAudience(language, settings.zone ?? defaults.zone),
  });
  const id = `feed-${feed.id}-${trouble}-${feed.failingSince ?? feed.publishedMs[0]}`;
  const quietly = { silent: true, forFollowers: false, confirmedParts: [], beforePart: done, onPartSent: done };
  await platform?.deliver?.(follower, view, { id, language, ...quietly }).catch((error: unknown) => {
    if (!(error instanceof DeliveryError)) throw error;
    defaults.warn(`${describeFeed(feed)}: ${follower.platform} ${follower.chat} could not be told.`);
  });
}

async function done(): Promise<void> {}
