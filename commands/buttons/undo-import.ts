import { defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import { type RecentImports, undoImport } from '../../src/subscription/undo-import.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';

interface UndoImportDeps {
  subscriptions: Pick<SubscriptionStore, 'remove' | 'change' | 'settings' | 'saveSettings'>;
  feeds: Pick<FeedStore, 'unfollow'>;
  imports: Pick<RecentImports, 'take'>;
  now: () => Date;
}

/** `/unimport import`, only for buttons: undoes `/import`. */
export const undoImportCommand = ({ subscriptions, feeds, imports, now }: UndoImportDeps) =>
  defineCommand({
    name: 'unimport',
    hidden: true,
    adminsOnly: true,
    summary: 'command.unimport',
    examples: 'examples.unimport',
    args: { import: { kind: 'text', summary: 'arg.import' } },
    async run({ import: id }, { t }, { in: where }) {
      const chat = { platform: where.platform, chat: where.chat };
      const actions = [
        openAction(t('button.subscriptions'), '/subscriptions'),
        openAction(t('button.settings'), '/settings'),
      ];
      const changes = await imports.take(chat, id);
      if (changes === undefined) throw new UsageError(t('import.late'), { actions });
      await undoImport(changes, chat, { subscriptions, now: now() });
      for (const feed of changes.feeds) await feeds.unfollow(feed, where);
      return messageView(t('import.undone'), { actions });
    },
  });
