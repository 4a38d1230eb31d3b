import { findSubscriptions } from '../src/arguments/find-subscriptions.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import { describeSelection } from '../src/presenters/describe-subscription.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import type { RemovedSubscription, RemovedSubscriptions } from '../src/subscription/undo-unsubscribe.ts';
import { messageView } from '../src/view/message-view.ts';
import { openAction } from '../src/view/spans.ts';
import { subscriptionArg } from './subscription-arg.ts';

interface UnsubscribeDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'remove'>;
  deliveries: Pick<DeliveryQueue, 'forChat'>;
  ended: Pick<RemovedSubscriptions, 'keep'>;
}

/** `/unsubscribe subscription?`: ends one or all; what puts them back as they were is a button. */
export const unsubscribeCommand = (deps: UnsubscribeDeps) =>
  defineCommand({
    name: 'unsubscribe',
    aliases: ['取消订阅', '退訂'],
    adminsOnly: true,
    takesBareWords: true,
    summary: 'command.unsubscribe',
    examples: 'examples.unsubscribe',
    args: { subscription: subscriptionArg(deps.subscriptions, { orAll: true }) },
    async run({ subscription: typed }, audience, { in: where }) {
      const { t } = audience;
      const asking = { store: deps.subscriptions, where, command: 'unsubscribe', audience };
      const meant = await findSubscriptions(typed, asking);
      const ended: RemovedSubscription[] = [];
      for (const one of meant) ended.push(...(await endOne(one, deps)));
      await deps.ended.keep(where, ended);
      const [first] = ended;
      const undo = first === undefined ? [] : [openAction(t('button.undo'), `/restore #${first.subscription.id}`)];
      const [only, ...others] = meant;
      const said =
        others.length > 0
          ? t('unsubscribe.all', { count: meant.length })
          : t('unsubscribe.done', { what: describeSelection(only.selection, audience) });
      return messageView(said, { actions: [...undo, openAction(t('button.subscriptions'), '/subscriptions')] });
    },
  });

/** Ends one, and gives it as it was then; nothing where somebody else was faster. */
async function endOne(
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
