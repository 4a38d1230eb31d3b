import { defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import { explain } from '../src/delivery/explain.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import type { Arrivals } from '../src/library/arrivals.ts';
import type { Library } from '../src/library/library.ts';
import { type Why, whyView } from '../src/presenters/why-view.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import { openAction } from '../src/view/spans.ts';

interface WhyDeps {
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'nextAt'>;
  deliveries: Pick<DeliveryQueue, 'forChat'>;
  arrivals: Arrivals;
  library: Pick<Library, 'versions'>;
  now: () => Date;
}

/** `/why article`: why this chat got an article, or did not. */
export const whyCommand = ({ subscriptions, deliveries, arrivals, library, now }: WhyDeps) =>
  defineCommand({
    name: 'why',
    forAsker: true,
    needsDigests: true,
    summary: 'command.why',
    examples: 'examples.why',
    args: { article: { kind: 'article', summary: 'arg.article' } },
    async run({ article }, audience, { in: where, mayManage = async () => true }) {
      const { platform, chat } = where;
      const here = await subscriptions.forChat({ platform, chat });
      if (here.length === 0) {
        const subscribe = openAction(audience.t('button.subscribe'), '/subscribe');
        throw new UsageError(audience.t('subscriptions.none'), { actions: (await mayManage()) ? [subscribe] : [] });
      }
      const added = (await library.versions(article.id)).map((version) => version.addedAt).toSorted()[0];
      const addedAt = added === undefined ? undefined : new Date(added);
      const context = { article, addedAt, arrivals, deliveries: await deliveries.forChat({ platform, chat }) };
      const reasons: Why[] = [];
      for (const subscription of here) {
        const explanation = await explain(subscription, context);
        reasons.push({ subscription, nextAt: await subscriptions.nextAt(subscription.id), explanation });
      }
      return whyView(article.title, reasons, { now: now(), where, manages: await mayManage(), audience });
    },
  });
