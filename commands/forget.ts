import { defineCommand } from '../src/chat/command.ts';
import type { LastShownMemory } from '../src/chat/last-shown.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import type { SentDigests } from '../src/delivery/revisions/sent-digests.ts';
import type { FeedStore } from '../src/following/feed-store.ts';
import type { Address } from '../src/subscription/address.ts';
import type { SavedArticles } from '../src/subscription/saved-articles.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { RecentImports } from '../src/subscription/undo-import.ts';
import type { RemovedSubscriptions } from '../src/subscription/undo-unsubscribe.ts';
import { messageView } from '../src/view/message-view.ts';
import { openAction } from '../src/view/spans.ts';

interface ForgetDeps {
  subscriptions: Pick<SubscriptionStore, 'inPlace' | 'remove' | 'saveSettings'>;
  deliveries: Pick<DeliveryQueue, 'removeChat'>;
  feeds: Pick<FeedStore, 'unfollowAll'>;
  memory: Pick<LastShownMemory, 'forget'>;
  sentDigests: Pick<SentDigests, 'forget'>;
  removed: Pick<RemovedSubscriptions, 'forget'>;
  imports: Pick<RecentImports, 'forget'>;
  saved: Pick<SavedArticles, 'forget'>;
  /** Deletes what the platform's adapter stores about a chat. */
  forgetAtPlatform(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
}

const SURE = { 是: 'yes', 是的: 'yes', 确定: 'yes', 確定: 'yes', 否: 'no', 不: 'no', 取消: 'no' } as const;

/** `/forget`: deletes everything that is stored about a chat and the person who asks, after a confirmation. */
export const forgetCommand = (deps: ForgetDeps) =>
  defineCommand({
    name: 'forget',
    adminsOnly: true,
    summary: 'command.forget',
    examples: 'examples.forget',
    args: {
      sure: { kind: 'text', summary: 'arg.sure', optional: true, hidden: true, choices: ['yes', 'no'], synonyms: SURE },
    },
    async run({ sure }, { t }, { in: where, by }) {
      const chat = { platform: where.platform, chat: where.chat };
      if (sure === undefined) {
        const actions = [openAction(t('button.forget'), '/forget yes'), openAction(t('button.keep'), '/forget no')];
        return messageView(t('forget.ask'), { actions });
      }
      if (sure === 'no') return messageView(t('forget.kept'));
      for (const { id } of await deps.subscriptions.inPlace(chat)) await deps.subscriptions.remove(id);
      await deps.deliveries.removeChat(chat);
      await deps.feeds.unfollowAll(chat);
      await deps.subscriptions.saveSettings(chat, {});
      await deps.memory.forget(chat);
      await deps.sentDigests.forget(chat);
      await deps.removed.forget(chat);
      await deps.imports.forget(chat);
      await deps.saved.forget({ platform: chat.platform, by });
      await deps.forgetAtPlatform(chat);
      return messageView(t('forget.done'));
    },
  });
