import type { Args } from '../src/chat/command.ts';
import { suggestSubscriptions } from '../src/arguments/suggest-subscriptions.ts';
import type { SubscriptionStore } from '../src/digest/stores.ts';
import type { Typing } from '../src/ports.ts';

/** The argument that names a subscription, or, where `orAll`, all of them. */
export const subscriptionArg = (store: Pick<SubscriptionStore, 'of'>, { orAll }: { orAll: boolean }) =>
  ({
    kind: 'text',
    summary: 'arg.subscription',
    optional: true,
    suggest: (typing: Typing) => suggestSubscriptions(typing, store, { orAll }),
  }) as const satisfies Args[string];
