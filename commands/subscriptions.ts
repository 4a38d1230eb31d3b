import { findSubscription, isAll, subscriptionsHere } from '../src/arguments/find/find-subscriptions.ts';
import { parseRegion } from '../src/arguments/settings/parse-region.ts';
import { topicChoices } from '../src/arguments/suggest/topic-choices.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import type { Keywords } from '../src/library/keywords.ts';
import { menus, subscriptionMenu } from '../src/presenters/subscription/subscription-menus.ts';
import {
  type SubscriptionStatus,
  subscriptionsView,
  subscriptionView,
} from '../src/presenters/subscription/subscription-view.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import { subscriptionArg } from './args/subscription-arg.ts';

interface SubscriptionsDeps extends PlatformLimits {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'nextAt'>;
  keywords: Pick<Keywords, 'current'>;
  now: () => Date;
}

const TOPICS = 12;

/** `/subscriptions subscription?`: all of this chat, or one with its menus. */
export const subscriptionsCommand = ({ subscriptions, keywords, now, maxButtonBytes }: SubscriptionsDeps) =>
  defineCommand({
    name: 'subscriptions',
    adminsOnly: true,
    needsDigests: true,
    plansPosts: true,
    summary: 'command.subscriptions',
    examples: 'examples.subscriptions',
    args: {
      subscription: subscriptionArg(subscriptions, { orAll: false }),
      menu: { kind: 'text', summary: 'arg.menu', optional: true, hidden: true, choices: menus },
      region: {
        kind: 'text',
        summary: 'arg.zone',
        optional: true,
        hidden: true,
        accepts: (typed) => parseRegion(typed) !== undefined,
      },
    },
    async run({ subscription: typed, menu, region = '' }, audience, { in: where }) {
      const plan = async (subscription: Subscription): Promise<SubscriptionStatus> => ({
        subscription,
        nextAt: await subscriptions.nextAt(subscription.id),
      });
      if (typed === undefined || isAll(typed)) {
        const all = await Promise.all((await subscriptionsHere(subscriptions, where)).map(plan));
        return subscriptionsView(all, { where, now: now() }, audience);
      }
      const question = { store: subscriptions, where, command: 'subscriptions', audience };
      const subscription = await findSubscription(typed, question);
      if (menu === undefined) return subscriptionView(await plan(subscription), { where, now: now() }, audience);
      const current = menu === 'topics' ? await keywords.current(TOPICS) : [];
      const topics = topicChoices(subscription.id, subscription.selection, { current, maxButtonBytes });
      return subscriptionMenu(subscription, { menu, topics, ...parseRegion(region), now: now() }, audience);
    },
  });
