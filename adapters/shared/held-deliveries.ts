import { DeliveryLost } from '../../src/delivery/delivery-lost.ts';
import type { Instance } from './instance.ts';

/** The deliveries that this process has taken, each with the instance that it was at that time. */
export interface HeldDeliveries {
  ids(): string[];
  has(id: string): boolean;
  add(ids: readonly string[], instance: string): void;
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
  return {
    ids: () => [...held.keys()],
    has: (id) => held.has(id),
    add(ids, by) {
      for (const id of ids) held.set(id, by);
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
