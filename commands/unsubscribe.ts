import { findSubscriptions } from '../src/arguments/find/find-subscriptions.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import { describeSelection } from '../src/presenters/subscription/describe-subscription.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { RemovedSubscription, RemovedSubscriptions } from '../src/subscription/undo-unsubscribe.ts';
import { messageView } from '../src/view/message-view.ts';
import { openAction } from '../src/view/spans.ts';
import { subscriptionArg } from './args/subscription-arg.ts';
import { askAllBut } from './subscribe/ask-all-but.ts';
import { assertNamedWhole } from './subscribe/assert-named-whole.ts';
import { type RemoveDeps, removeSubscription } from './subscribe/remove-subscription.ts';

interface UnsubscribeDeps extends RemoveDeps, PlatformLimits {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'remove'>;
  removed: Pick<RemovedSubscriptions, 'keep'>;
}

/** `/unsubscribe subscription?`: removes one or all, with a button to undo it. */
export const unsubscribeCommand = (deps: UnsubscribeDeps) =>
  defineCommand({
    name: 'unsubscribe',
    aliases: ['取消订阅', '退訂'],
    adminsOnly: true,
    needsDigests: true,
    takesBareWords: true,
    summary: 'command.unsubscribe',
    examples: 'examples.unsubscribe',
    args: { subscription: subscriptionArg(deps.subscriptions, { orAll: true }) },
    async run({ subscription: typed }, audience, { in: where }) {
      const { t } = audience;
      const question = { store: deps.subscriptions, where, command: 'unsubscribe', audience } as const;
      const { maxButtonBytes } = deps;
      if (typed !== undefined) await askAllBut(typed, { ...question, maxButtonBytes });
      const found = await findSubscriptions(typed, question);
      if (typed !== undefined) assertNamedWhole(typed, found, { ...question, maxButtonBytes });
      const removed: RemovedSubscription[] = [];
      for (const one of found) removed.push(...(await removeSubscription(one, deps)));
      const kept = await deps.removed.keep(where, { subscriptions: removed });
      const undo = kept === undefined ? [] : [openAction(t('button.undo'), `/restore #${kept}`)];
      const [only, ...others] = found;
      const notice =
        others.length > 0
          ? t('unsubscribe.all', { count: found.length })
          : t('unsubscribe.done', { what: describeSelection(only.selection, audience) });
      return messageView(notice, { actions: [...undo, openAction(t('button.subscriptions'), '/subscriptions')] });
    },
  });
