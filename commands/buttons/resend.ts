import { defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import { canSendDropped, isDropped } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';
import { deliveryOf, isEditionId } from './edition.ts';

interface ResendDeps {
  deliveries: Pick<DeliveryQueue, 'get' | 'resend'>;
  subscriptions: Pick<SubscriptionStore, 'get' | 'change'>;
  now: () => Date;
}

/** `/resend edition`, only for buttons: sends a failed or dropped digest again, from where it stopped. */
export const resendCommand = ({ deliveries, subscriptions, now }: ResendDeps) =>
  defineCommand({
    name: 'resend',
    hidden: true,
    adminsOnly: true,
    summary: 'command.resend',
    examples: 'examples.resend',
    args: { edition: { kind: 'text', summary: 'arg.edition', accepts: isEditionId } },
    async run({ edition: id }, audience, { in: where }) {
      const { t } = audience;
      const found = await deliveryOf(id, { deliveries, where, audience });
      const { edition } = found;
      const status = openAction(t('button.status'), '/status');
      const subscription = await subscriptions.get(edition.subscription);
      if (subscription === undefined) throw new UsageError(t('wrong.subscriptionGone'), { actions: [status] });
      if (subscription.state !== 'active') {
        const resume = openAction(t('button.resume'), `/resume #${subscription.id}`);
        // Resuming also resumes what the pause interrupted.
        throw new UsageError(t(found.failureReason === 'paused' ? 'resend.paused' : 'resend.rests'), {
          actions: [resume, status],
        });
      }
      const isInNext = isDropped(found) && !canSendDropped(found, subscription);
      const again = !isInNext && (await deliveries.resend(edition.id, now()));
      // Otherwise the articles of a dropped one come with the next digest too.
      if (again && isDropped(found)) await skipTo(edition.upTo, subscription.id, subscriptions);
      return messageView(t(again ? 'resend.done' : 'resend.none'), { actions: [status] });
    },
  });

async function skipTo(position: number, id: string, subscriptions: Pick<SubscriptionStore, 'change'>): Promise<void> {
  await subscriptions.change(id, ({ subscription, nextAt }) => ({
    subscription: { ...subscription, position: Math.max(subscription.position, position) },
    nextAt,
  }));
}
