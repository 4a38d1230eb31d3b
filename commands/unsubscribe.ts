import { findSubscriptions } from '../src/arguments/find-subscriptions.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import { describeSelection } from '../src/presenters/subscription/describe-subscription.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import type { RemovedSubscription, RemovedSubscriptions } from '../src/subscription/undo-unsubscribe.ts';
import { messageView } from '../src/view/message-view.ts';
import { openAction } from '../src/view/spans.ts';
import { subscriptionArg } from './args/subscription-arg.ts';

interface UnsubscribeDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'remove'>;
  deliveries: Pick<DeliveryQueue, 'forChat'>;
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
      const question = { store: deps.subscriptions, where, command: 'unsubscribe', audience };
      const found = await findSubscriptions(typed, question);
      const removed: RemovedSubscription[] = [];
      for (const one of found) removed.push(...(await removeOne(one, deps)));
      await deps.removed.keep(where, removed);
      const [first] = removed;
      const undo = first === undefined ? [] : [openAction(t('button.undo'), `/restore #${first.subscription.id}`)];
      const [only, ...others] = found;
      const notice =
        others.length > 0
          ? t('unsubscribe.all', { count: found.length })
          : t('unsubscribe.done', { what: describeSelection(only.selection, audience) });
      return messageView(notice, { actions: [...undo, openAction(t('button.subscriptions'), '/subscriptions')] });
    },
  });

/** Removes one, and returns it as it was; empty if it was removed concurrently. */
async function removeOne(
  { id, to }: Subscription,
  { subscriptions, deliveries }: UnsubscribeDeps,
): Promise<RemovedSubscription[]> {
  const removed = await subscriptions.remove(id);
  if (removed === undefined) return [];
  const all = await deliveries.forChat(to);
  const editions = all.filter((one) => !('outcome' in one) && one.edition.subscription === id);
  const nextAt = removed.nextAt?.toISOString() ?? null;
  return [{ subscription: removed.subscription, nextAt, editions: editions.map(({ edition }) => edition.id) }];
}
