import type { SubscriptionStore } from './store.ts';

interface IdDeps {
  subscriptions: Pick<SubscriptionStore, 'get'>;
  /** Creates an id of six characters a-z0-9. */
  newId: () => string;
}

/** Creates an id that no subscription has. */
export async function unusedId({ newId, subscriptions }: IdDeps): Promise<string> {
  for (;;) {
    const id = newId();
    if ((await subscriptions.get(id)) === undefined) return id;
  }
}
