import { defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import { type SubscriptionStatus, subscriptionsView, subscriptionView } from '../src/presenters/subscription-view.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import { isSameSelection, MAX_SUBSCRIPTIONS } from '../src/subscription/subscribe.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import type { RemovedSubscription, RemovedSubscriptions } from '../src/subscription/undo-unsubscribe.ts';
import { openAction } from '../src/view/spans.ts';

interface RestoreDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'save' | 'nextAt'>;
  deliveries: Pick<DeliveryQueue, 'get' | 'resend'>;
  ended: Pick<RemovedSubscriptions, 'recall'>;
  now: () => Date;
}

/** `/restore subscription`, typed by a button: what was ended is again as it was, and loses nothing that came since. */
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
      const ended = await deps.ended.recall(where, id.replace(/^#/u, ''));
      const list = openAction(t('button.subscriptions'), '/subscriptions');
      if (ended.length === 0) throw new UsageError(t('restore.late'), { actions: [list] });
      if (!(await hasRoom(ended, deps)))
        throw new UsageError(t('wrong.manySubscriptions', { count: MAX_SUBSCRIPTIONS }), { actions: [list] });
      const restored: SubscriptionStatus[] = [];
      for (const one of ended) restored.push(await restoreOne(one, deps));
      const [only, ...others] = restored;
      const asked = { where, now: deps.now() };
      return only === undefined || others.length > 0
        ? subscriptionsView(restored, asked, audience)
        : subscriptionView(only, { ...asked, said: t('restore.done') }, audience);
    },
  });

async function hasRoom(ended: readonly RemovedSubscription[], { subscriptions }: RestoreDeps): Promise<boolean> {
  const [first] = ended;
  const here = first === undefined ? [] : await subscriptions.forChat(chatOf(first.subscription));
  const missing = ended.filter(({ subscription }) => findSame(subscription, here) === undefined);
  return here.length + missing.length <= MAX_SUBSCRIPTIONS;
}

/** Puts one back, unless it is there, or somebody has subscribed to the same anew: then that one stays as it is. */
async function restoreOne(
  { subscription, nextAt, editions }: RemovedSubscription,
  deps: RestoreDeps,
): Promise<SubscriptionStatus> {
  const { subscriptions, deliveries, now } = deps;
  const same = findSame(subscription, await subscriptions.forChat(chatOf(subscription)));
  if (same === undefined) {
    await subscriptions.save(subscription, nextAt === null ? null : new Date(nextAt));
    // What was on its way ended with it, or will find that it is back.
    for (const id of editions) {
      const found = await deliveries.get(id);
      const isDropped = found !== undefined && 'outcome' in found && found.outcome === 'dropped';
      if (isDropped) await deliveries.resend(id, now());
    }
  }
  const kept = same ?? subscription;
  return { subscription: kept, nextAt: await subscriptions.nextAt(kept.id) };
}

function findSame({ id, to, selection }: Subscription, here: readonly Subscription[]): Subscription | undefined {
  return here.find(
    (one) => one.id === id || (one.to.thread === to.thread && isSameSelection(one.selection, selection)),
  );
}

function chatOf({ to: { platform, chat } }: Subscription) {
  return { platform, chat };
}
