import { findSubscriptions } from '../src/arguments/find/find-subscriptions.ts';
import { defineCommand } from '../src/chat/command.ts';
import { CATCH_UP_MS } from '../src/delivery/enqueue/catch-up.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import { resumePausedDeliveries } from '../src/delivery/retries/resume-paused.ts';
import type { Arrivals } from '../src/library/arrivals.ts';
import {
  type SubscriptionStatus,
  subscriptionsView,
  subscriptionView,
} from '../src/presenters/subscription/subscription-view.ts';
import { nextCheck } from '../src/schedule/next-check.ts';
import { resume } from '../src/subscription/resume.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import { subline } from '../src/view/spans.ts';
import { subscriptionArg } from './args/subscription-arg.ts';

interface ResumeDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'change'>;
  arrivals: Pick<Arrivals, 'position'>;
  deliveries: Pick<DeliveryQueue, 'forChat' | 'resend'>;
  now: () => Date;
}

/** `/resume subscription?`: resumes one subscription or all, and shows the next digest. */
export const resumeCommand = (deps: ResumeDeps) =>
  defineCommand({
    name: 'resume',
    adminsOnly: true,
    needsDigests: true,
    plansPosts: true,
    summary: 'command.resume',
    examples: 'examples.resume',
    args: { subscription: subscriptionArg(deps.subscriptions, { orAll: true }) },
    async run({ subscription: typed }, audience, { in: where }) {
      const found = await findSubscriptions(typed, { store: deps.subscriptions, where, command: 'resume', audience });
      const resumed = await Promise.all(found.map((one) => resumeOne(one, deps)));
      const afresh = resumed.some((one) => one.afresh);
      const notes = subline([afresh ? audience.t('resume.afresh') : undefined]);
      const [only, ...others] = resumed;
      const now = deps.now();
      const view =
        only === undefined || others.length > 0
          ? subscriptionsView(resumed, { where, now }, audience)
          : subscriptionView(only, { notice: audience.t('resume.done'), where, now }, audience);
      return { ...view, blocks: [...view.blocks, ...notes] };
    },
  });

async function resumeOne(
  before: Subscription,
  { subscriptions, arrivals, deliveries, now }: ResumeDeps,
): Promise<SubscriptionStatus & { afresh: boolean }> {
  const position = await arrivals.position();
  const at = now();
  let afresh = false;
  const stored = await subscriptions.change(before.id, ({ subscription, nextAt }) => {
    if (subscription.state === 'active') return { subscription, nextAt };
    const resumed = resume(subscription, { now: at, position, catchUpMs: CATCH_UP_MS });
    afresh = resumed.afresh;
    return { subscription: resumed.subscription, nextAt: nextCheck(subscription.schedule, at) };
  });
  const subscription = stored ?? before;
  await resumePausedDeliveries(subscription, { deliveries, now: at });
  return { subscription, nextAt: nextCheck(subscription.schedule, at), afresh };
}
