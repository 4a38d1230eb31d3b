import { defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import { type Planned, subscriptionsView, subscriptionView } from '../src/presenters/subscription-view.ts';
import { MOST_SUBSCRIPTIONS } from '../src/subscription/limits.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import { isSameSelection } from '../src/subscription/subscribe.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import type { Ended, EndedSubscriptions } from '../src/subscription/undo-unsubscribe.ts';
import { openAction } from '../src/view/spans.ts';

interface RestoreDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'of' | 'save' | 'nextAt'>;
  deliveries: Pick<DeliveryQueue, 'get' | 'resend'>;
  ended: Pick<EndedSubscriptions, 'recall'>;
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
    async run({ subscription: id }, reader, { in: where }) {
      const { t } = reader;
      const ended = await deps.ended.recall(where, id.replace(/^#/u, ''));
      const list = openAction(t('button.subscriptions'), '/subscriptions');
      if (ended.length === 0) throw new UsageError(t('restore.late'), { actions: [list] });
      if (!(await hasRoom(ended, deps)))
        throw new UsageError(t('wrong.manySubscriptions', { count: MOST_SUBSCRIPTIONS }), { actions: [list] });
      const restored: Planned[] = [];
      for (const one of ended) restored.push(await restoreOne(one, deps));
      const [only, ...others] = restored;
      const asked = { where, now: deps.now() };
      return only === undefined || others.length > 0
        ? subscriptionsView(restored, asked, reader)
        : subscriptionView(only, { ...asked, said: t('restore.done') }, reader);
    },
  });

async function hasRoom(ended: readonly Ended[], { subscriptions }: RestoreDeps): Promise<boolean> {
  const [first] = ended;
  const here = first === undefined ? [] : await subscriptions.of(chatOf(first.subscription));
  const missing = ended.filter(({ subscription }) => findSame(subscription, here) === undefined);
  return here.length + missing.length <= MOST_SUBSCRIPTIONS;
}

/** Puts one back, unless it is there, or somebody has subscribed to the same anew: then that one stays as it is. */
async function restoreOne({ subscription, nextAt, editions }: Ended, deps: RestoreDeps): Promise<Planned> {
  const { subscriptions, deliveries, now } = deps;
  const same = findSame(subscription, await subscriptions.of(chatOf(subscription)));
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
