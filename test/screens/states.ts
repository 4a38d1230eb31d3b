import { articleId } from '../../src/article/address.ts';
import { composeEdition } from '../../src/digest/compose-edition.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { beginFeed, type FollowedFeed } from '../../src/following/followed-feed.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { editionView } from '../../src/presenters/edition-view.ts';
import { feedTroubleView } from '../../src/presenters/following/feed-trouble-view.ts';
import { suspend } from '../../src/subscription/suspend.ts';
import { makeEdition } from '../fakes/subscription.ts';
import type { Happening } from './walk.ts';

const CHAT = { platform: 'test', chat: 'one' };
const SLOT = '2021-11-15T00:00:00.000Z';
const HOUR_MS = 60 * 60 * 1000;
const FEED_ADDRESS = 'https://harbour.example/feed.xml';
const FEED: FollowedFeed = {
  ...beginFeed(articleId(FEED_ADDRESS), FEED_ADDRESS),
  title: 'The Harbour Post',
  firstReadAt: SLOT,
  lastReadAt: SLOT,
  publishedMs: [Date.parse(SLOT)],
};
const FAILING: FollowedFeed = {
  ...FEED,
  failures: 30,
  failingSince: SLOT,
  failure: 'unreachable',
  reported: 'failing',
};

/** A site is followed, and was read. */
export const follow: Happening = {
  happens: 'followed',
  async run({ feeds, clock }) {
    await feeds.follow({ feed: FEED, nextAt: new Date(clock.nowMs) }, CHAT);
    return undefined;
  },
};

/** The site cannot be read for a day. */
export const troubled: Happening = {
  happens: 'not readable',
  async run({ feeds, clock }, language) {
    await feeds.change(FEED.id, () => ({ feed: FAILING, nextAt: new Date(clock.nowMs) }));
    const audience = createAudience(language, 'Asia/Shanghai');
    return feedTroubleView(FAILING, 'failing', { now: new Date(clock.nowMs), audience });
  },
};

/** All subscriptions are suspended. */
export function suspended(reason: 'forbidden' | 'gone'): Happening {
  return {
    happens: reason,
    async run({ subscriptions }) {
      for (const { id, state } of await subscriptions.forChat(CHAT)) {
        if (state === 'active') await suspend(id, reason, subscriptions);
      }
      return undefined;
    },
  };
}

/** One digest was given up, one waits for a permission, one is on its way. */
export const withFailedDigests: Happening = {
  happens: 'failed',
  async run({ subscriptions, deliveries }) {
    const [subscription] = await subscriptions.forChat(CHAT);
    if (subscription === undefined) return undefined;
    const at = new Date(SLOT);
    const edition = (hours: number) => editionOf({ slot: new Date(at.getTime() - hours * HOUR_MS).toISOString() });
    const [failed, held, waiting] = [edition(48), edition(24), edition(0)].map((one, index) => ({
      ...one,
      id: `${subscription.id}@${index}`,
      subscription: subscription.id,
    }));
    if (failed === undefined || held === undefined || waiting === undefined) return undefined;
    await deliveries.add([failed, held, waiting], at);
    await deliveries.complete(failed.id, 'failed', { at, reason: 'busy' });
    await deliveries.retryAt(held.id, { at, reason: 'forbidden', attempts: 1 });
    return undefined;
  },
};

/** Scheduled digests, as they arrive. */
export const pushed: readonly Happening[] = [
  push('brief', { upTo: 3 }),
  push('headlines', { upTo: 3, style: 'headlines' }),
  push('full', { upTo: 2, style: 'full' }),
  push('one article', { upTo: 1 }),
  push('late', { upTo: 2, missed: 2 }),
  push('nothing new', { upTo: 0, sendEmpty: true }),
  push('at once', { upTo: 1, next: null }),
];

function push(happens: string, told: Partial<Edition>): Happening {
  return {
    happens,
    async run({ arrivals, library }, language) {
      const edition = editionOf({ ...told, language });
      const report = (error: unknown) => {
        throw error;
      };
      const digest = await composeEdition(edition, { arrivals, library, report });
      return editionView(digest, edition, createAudience(language, edition.zone));
    },
  };
}

function editionOf(told: Partial<Edition>): Edition {
  const next = new Date(Date.parse(told.slot ?? SLOT) + 24 * HOUR_MS).toISOString();
  return makeEdition('aaaaa1@now', { to: CHAT, subscription: 'aaaaa1', slot: SLOT, next, ...told });
}
