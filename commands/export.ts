import { defineCommand } from '../src/chat/command.ts';
import type { FeedStore } from '../src/following/feed-store.ts';
import { composeSettingsFile, toPortable } from '../src/subscription/settings-file.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import { sentence } from '../src/view/spans.ts';

interface ExportDeps {
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'settings'>;
  feeds: Pick<FeedStore, 'followedBy'>;
}

/** `/export`: what the chat has arranged, as a file that `/import` reads in another chat. */
export const exportCommand = ({ subscriptions, feeds }: ExportDeps) =>
  defineCommand({
    name: 'export',
    adminsOnly: true,
    summary: 'command.export',
    examples: 'examples.export',
    args: {},
    async run(_, { t }, { in: { platform, chat } }) {
      const all = await subscriptions.forChat({ platform, chat });
      const followed = await feeds.followedBy({ platform, chat });
      const file = composeSettingsFile({
        settings: await subscriptions.settings({ platform, chat }),
        subscriptions: all.map(toPortable),
        feeds: followed.map(({ url }) => url),
      });
      return {
        blocks: [sentence(t('export.done'))],
        actions: [],
        file: { name: 'gazette-settings.json', mediaType: 'application/json', text: file },
      };
    },
  });
