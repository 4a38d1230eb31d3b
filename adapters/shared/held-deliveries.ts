import type { Delivery } from '../../src/delivery/delivery.ts';
import { DeliveryLost } from '../../src/delivery/delivery-lost.ts';
import type { Instance } from './instance.ts';

/** The deliveries that this process has taken, each with the instance that it was at that time. */
export interface HeldDeliveries {
  ids(): string[];
  has(id: string): boolean;
  /** Takes deliveries for the instance of this process, one call after the other; none while its lease is not sure to hold. */
  take(work: (instance: string) => Promise<Delivery[]>): Promise<Delivery[]>;
  /** This process does not send it any further. */
  remove(id: string): void;
  clear(): void;
  /** The instance that has taken it, if this process has. */
  holder(id: string): string | undefined;
  /** Throws `DeliveryLost` if this process has taken a delivery and holds it no longer. */
  assertHeld(id: string): void;
  /** Throws `DeliveryLost` for a delivery that still exists, if this process had taken it. */
  lose(id: string): void;
}

/** Creates the list, empty. */
export function createHeldDeliveries(instance: Pick<Instance, 'id'>): HeldDeliveries {
  const held = new Map<string, string>();
  const lose = (id: string) => {
    if (held.delete(id)) throw new DeliveryLost(id);
  };
  let last: Promise<unknown> = Promise.resolve();

  async function takeOnce(work: (by: string) => Promise<Delivery[]>): Promise<Delivery[]> {
    const by = instance.id();
    if (by === undefined) return [];
    const taken = await work(by);
    for (const { edition } of taken) held.set(edition.id, by);
    return taken;
  }

  return {
    ids: () => [...held.keys()],
    has: (id) => held.has(id),
    take(work) {
      const taken = last.then(() => takeOnce(work));
      last = taken.catch(() => undefined);
      return taken;
    },
    remove: (id) => void held.delete(id),
    clear: () => held.clear(),
    holder: (id) => held.get(id),
    assertHeld(id) {
      const taken = held.get(id);
      if (taken !== undefined && taken !== instance.id()) lose(id);
    },
    lose,
  };
}
