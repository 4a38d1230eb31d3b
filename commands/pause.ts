import { findSubscriptions } from '../src/arguments/find/find-subscriptions.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Audience } from '../src/locales/audience.ts';
import { isPeriod } from '../src/phrase/is-period.ts';
import { describeSelection } from '../src/presenters/subscription/describe-subscription.ts';
import { pausedAt } from '../src/subscription/resume.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import { messageView } from '../src/view/message-view.ts';
import { openAction } from '../src/view/spans.ts';
import { subscriptionArg } from './args/subscription-arg.ts';
import { assertNamedWhole } from './subscribe/assert-named-whole.ts';

interface PauseDeps extends PlatformLimits {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'change'>;
  now: () => Date;
}

/** `/pause subscription?`: pauses one subscription or all. */
export const pauseCommand = ({ subscriptions, now, maxButtonBytes }: PauseDeps) =>
  defineCommand({
    name: 'pause',
    adminsOnly: true,
    needsDigests: true,
    summary: 'command.pause',
    examples: 'examples.pause',
    args: { subscription: subscriptionArg(subscriptions, { orAll: true }) },
    async run({ subscription: typed }, audience, { in: where }) {
      const { t } = audience;
      if (typed !== undefined && isPeriod(typed)) refusePeriod(typed, audience);
      const found = await findSubscriptions(typed, { store: subscriptions, where, command: 'pause', audience });
      if (typed !== undefined) assertNamedWhole(typed, found, { command: 'pause', audience, maxButtonBytes });
      for (const { id } of found) {
        await subscriptions.change(id, ({ subscription }) =>
          // An earlier pause keeps its start.
          subscription.state === 'paused'
            ? undefined
            : { subscription: { ...subscription, ...pausedAt(now()) }, nextAt: null },
        );
      }
      const [only, ...others] = found;
      const all = others.length > 0;
      const notice = all
        ? t('pause.all', { count: found.length })
        : t('pause.done', { what: describeSelection(only.selection, audience) });
      return messageView(notice, {
        actions: [
          openAction(t('button.resume'), all ? '/resume all' : `/resume #${only.id}`),
          openAction(t('button.subscriptions'), '/subscriptions'),
        ],
      });
    },
  });

/** Nothing ends a pause by itself, so a length is declined rather than forgotten. */
function refusePeriod(words: string, { t }: Audience): never {
  throw new UsageError(t('pause.period', { words }), {
    actions: [openAction(t('button.pause'), '/pause'), openAction(t('button.subscriptions'), '/subscriptions')],
  });
}
