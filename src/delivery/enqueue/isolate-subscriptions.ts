import { StoreError } from '../../library/store-error.ts';

/** Runs work for one subscription; undefined if it fails. */
export type SubscriptionIsolation = <Result>(id: string, work: () => Promise<Result>) => Promise<Result | undefined>;

/**
 * Isolates subscriptions from each other: the failure of one is reported with its id, and again only once it has succeeded
 * or fails differently. A store that cannot be used is no fault of a subscription, and rejects.
 */
export function createSubscriptionIsolation(report: (error: unknown) => void): SubscriptionIsolation {
  const reported = new Map<string, string>();
  return async (id, work) => {
    try {
      const result = await work();
      reported.delete(id);
      return result;
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      const message = `Subscription ${id} fails and is skipped; all others go on. ${why}`;
      if (reported.get(id) !== message) report(new Error(message, { cause }));
      reported.set(id, message);
      return undefined;
    }
  };
}
