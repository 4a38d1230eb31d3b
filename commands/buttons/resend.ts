import { defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import { resendDelivery } from '../../src/delivery/retries/resend-delivery.ts';
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
      const status = openAction(t('button.status'), '/status');
      const resent = await resendDelivery(found, { deliveries, subscriptions, now: now() });
      if (resent === 'gone') throw new UsageError(t('wrong.subscriptionGone'), { actions: [status] });
      if (resent === 'paused' || resent === 'resting') {
        const resume = openAction(t('button.resume'), `/resume #${found.edition.subscription}`);
        throw new UsageError(t(resent === 'paused' ? 'resend.paused' : 'resend.rests'), { actions: [resume, status] });
      }
      return messageView(t(resent === 'resent' ? 'resend.done' : 'resend.none'), { actions: [status] });
    },
  });
