import { defineCommand } from '../src/chat/command.ts';
import { findSubscriptions } from '../src/chat/find-subscriptions.ts';
import { fitting } from '../src/chat/fitting.ts';
import type { SubscriptionStore } from '../src/digest/stores.ts';
import { toSubscribeText } from '../src/digest/subscribe-text.ts';
import { describeSelection } from '../src/view/describe-subscription.ts';
import { messageView } from '../src/view/message-view.ts';
import { openAction } from '../src/view/spans.ts';
import { subscriptionArg } from './subscription-arg.ts';

/** `/unsubscribe subscription?`: ends one or all; what would make it again is a button. */
export const unsubscribeCommand = (subscriptions: Pick<SubscriptionStore, 'get' | 'of' | 'remove'>) =>
  defineCommand({
    name: 'unsubscribe',
    aliases: ['退订', '取消订阅', '退訂', '取消訂閱'],
    adminsOnly: true,
    summary: 'command.unsubscribe',
    examples: 'examples.unsubscribe',
    args: { subscription: subscriptionArg(subscriptions, { orAll: true }) },
    async run({ subscription: typed }, reader, { in: where }) {
      const { t } = reader;
      const asking = { store: subscriptions, where, command: 'unsubscribe', reader };
      const ended = await findSubscriptions(typed, asking);
      for (const { id } of ended) await subscriptions.remove(id);
      const [only, ...others] = ended;
      const list = openAction(t('button.subscriptions'), '/subscriptions');
      if (others.length > 0) return messageView(t('unsubscribe.all', { count: ended.length }), { actions: [list] });
      const again = only.to.thread === where.thread ? fitting(toSubscribeText(only)) : undefined;
      const undo = again === undefined ? [] : [openAction(t('button.undo'), again)];
      const what = describeSelection(only.selection, reader);
      return messageView(t('unsubscribe.done', { what }), { actions: [...undo, list] });
    },
  });
