import { suggestSubscriptions } from '../../src/arguments/suggest/suggest-subscriptions.ts';
import type { Args } from '../../src/chat/command.ts';
import type { Typing } from '../../src/chat/platform.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';

/** An argument for a subscription, or with `orAll` for all of them. */
export const subscriptionArg = (store: Pick<SubscriptionStore, 'forChat'>, { orAll }: { orAll: boolean }) =>
  ({
    kind: 'text',
    summary: 'arg.subscription',
    optional: true,
    suggest: (typing: Typing) => suggestSubscriptions(typing, store, { orAll }),
  }) as const satisfies Args[string];
