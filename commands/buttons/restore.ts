import { defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import { isDropped } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import {
  type SubscriptionStatus,
  subscriptionsView,
  subscriptionView,
} from '../../src/presenters/subscription/subscription-view.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import { isSameSelection, MAX_SUBSCRIPTIONS } from '../../src/subscription/subscribe.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import type { RemovedSubscription, RemovedSubscriptions } from '../../src/subscription/undo-unsubscribe.ts';
import { openAction } from '../../src/view/spans.ts';

interface RestoreDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'save' | 'nextAt'>;
  deliveries: Pick<DeliveryQueue, 'get' | 'resend'>;
  removed: Pick<RemovedSubscriptions, 'recall'>;
  now: () => Date;
}

/** `/restore subscription`, only for buttons: undoes `/unsubscribe`. Articles since then are not lost. */
export const restoreCommand = (deps: RestoreDeps) =>
  defineCommand({
    name: 'restore',
    hidden: true,
    adminsOnly: true,
    summary: 'command.restore',
    examples: 'examples.restore',
    args: { subscription: { kind: 'text', summary: 'arg.subscription' } },
    async run({ subscription: id }, audience, { in: where }) {
      const { t } = audience;
      const removed = await deps.removed.recall(where, id.replace(/^#/u, ''));
      const list = openAction(t('button.subscriptions'), '/subscriptions');
      if (removed.length === 0) throw new UsageError(t('restore.late'), { actions: [list] });
      if (!(await hasRoom(removed, deps)))
        throw new UsageError(t('wrong.manySubscriptions', { count: MAX_SUBSCRIPTIONS }), { actions: [list] });
      const restored: SubscriptionStatus[] = [];
      for (const one of removed) restored.push(await restoreOne(one, deps));
      const [only, ...others] = restored;
      const context = { where, now: deps.now() };
      return only === undefined || others.length > 0
        ? subscriptionsView(restored, context, audience)
        : subscriptionView(only, { ...context, notice: t('restore.done') }, audience);
    },
  });

async function hasRoom(removed: readonly RemovedSubscription[], { subscriptions }: RestoreDeps): Promise<boolean> {
  const [first] = removed;
  const here = first === undefined ? [] : await subscriptions.forChat(chatOf(first.subscription));
  const missing = removed.filter(({ subscription }) => findSame(subscription, here) === undefined);
  return here.length + missing.length <= MAX_SUBSCRIPTIONS;
}

/** Restores a subscription, unless it exists again or an equal one does: that one stays unchanged. */
async function restoreOne(
  { subscription, nextAt, editions }: RemovedSubscription,
  deps: RestoreDeps,
): Promise<SubscriptionStatus> {
  const { subscriptions, deliveries, now } = deps;
  const same = findSame(subscription, await subscriptions.forChat(chatOf(subscription)));
  if (same === undefined) {
    await subscriptions.save(subscription, nextAt === null ? null : new Date(nextAt));
    // Its pending editions were dropped, or will find it active again.
    for (const id of editions) {
      const found = await deliveries.get(id);
      if (found !== undefined && isDropped(found)) await deliveries.resend(id, now());
    }
  }
  const current = same ?? subscription;
  return { subscription: current, nextAt: await subscriptions.nextAt(current.id) };
}

function findSame({ id, to, selection }: Subscription, here: readonly Subscription[]): Subscription | undefined {
  return here.find(
    (one) => one.id === id || (one.to.thread === to.thread && isSameSelection(one.selection, selection)),
  );
}

function chatOf({ to: { platform, chat } }: Subscription) {
  return { platform, chat };
}
