import type { SourceTrouble } from '../src/background-service.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import type { FeedStore } from '../src/following/feed-store.ts';
import type { Library } from '../src/library/library.ts';
import { statusView } from '../src/presenters/status-view.ts';
import type { State } from '../src/state.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';

interface StatusDeps {
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'nextAt'>;
  deliveries: Pick<DeliveryQueue, 'forChat'>;
  library: Pick<Library, 'refusals'>;
  unreadable: State['unreadable'];
  feeds: Pick<FeedStore, 'followedBy'>;
  /** The sources that the operator named and that cannot be read. */
  troubles: () => readonly SourceTrouble[];
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
  now: () => Date;
}

/** `/status`: the last digest, the next one, and pending and failed deliveries. */
export const statusCommand = ({ subscriptions, deliveries, library, unreadable, feeds, ...deps }: StatusDeps) =>
  defineCommand({
    name: 'status',
    adminsOnly: true,
    summary: 'command.status',
    examples: 'examples.status',
    args: {},
    async run(_, audience, { in: { platform, chat } }) {
      const here = await subscriptions.forChat({ platform, chat });
      const daily = here.filter(({ schedule }) => schedule.kind === 'daily');
      const next = await Promise.all(daily.map(({ id }) => subscriptions.nextAt(id)));
      const found = {
        subscriptions: here,
        nextAt: next.filter((at) => at !== undefined).toSorted((a, b) => a.getTime() - b.getTime())[0],
        deliveries: await deliveries.forChat({ platform, chat }),
        refused: (await library.refusals()).length,
        feeds: await feeds.followedBy({ platform, chat }),
        troubles: deps.troubles(),
        unreadable: (await unreadable({ platform, chat })).length,
      };
      return statusView({ ...found, delivers: deps.delivers(platform) }, deps.now(), audience);
    },
  });
