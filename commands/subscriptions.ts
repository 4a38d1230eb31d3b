import { findSubscription, isAll, subscriptionsHere } from '../src/arguments/find-subscriptions.ts';
import { topicChoices } from '../src/arguments/topic-choices.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import type { Keywords } from '../src/library/keywords.ts';
import { menus, subscriptionMenu } from '../src/presenters/subscription-menus.ts';
import { type SubscriptionStatus, subscriptionsView, subscriptionView } from '../src/presenters/subscription-view.ts';
import { regionNamed } from '../src/presenters/zone-menu.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import { subscriptionArg } from './subscription-arg.ts';

interface SubscriptionsDeps extends PlatformLimits {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'nextAt'>;
  keywords: Pick<Keywords, 'current'>;
  now: () => Date;
}

const TOPICS = 12;
const REGION = /^(\S+?)(?:\s+(\d{1,2}))?$/u;

/** `/subscriptions subscription?`: all of this chat, or one with its menus. */
export const subscriptionsCommand = ({ subscriptions, keywords, now, maxButtonBytes }: SubscriptionsDeps) =>
  defineCommand({
    name: 'subscriptions',
    adminsOnly: true,
    summary: 'command.subscriptions',
    examples: 'examples.subscriptions',
    args: {
      subscription: subscriptionArg(subscriptions, { orAll: false }),
      menu: { kind: 'text', summary: 'arg.menu', optional: true, hidden: true, choices: menus },
      region: { kind: 'text', summary: 'arg.zone', optional: true, hidden: true, accepts: isRegion },
    },
    async run({ subscription: typed, menu, region: place }, audience, { in: where }) {
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
      const [, region = '', page = '1'] = REGION.exec(place ?? '') ?? [];
      const current = menu === 'topics' ? await keywords.current(TOPICS) : [];
      const topics = topicChoices(subscription.id, subscription.selection, { current, maxButtonBytes });
      const how = { menu, topics, region: regionNamed(region), page: Number(page) };
      return subscriptionMenu(subscription, how, audience);
    },
  });

function isRegion(words: string): boolean {
  const [, name] = REGION.exec(words) ?? [];
  return name !== undefined && regionNamed(name) !== undefined;
}
