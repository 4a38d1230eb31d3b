import { DeliveryLost } from '../../src/delivery/delivery-lost.ts';
import type { DeliveryRow } from './delivery-rows.ts';
import type { Instance } from './instance.ts';

/** The deliveries that this process has taken, each with the instance that it was at that time. */
export interface HeldDeliveries {
  has(id: string): boolean;
  add(ids: readonly string[], instance: string): void;
  /** This process does not send it any further. */
  remove(id: string): void;
  clear(): void;
  /** Whether nobody else holds a delivery. */
  isOwn(row: DeliveryRow): boolean;
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
    has: (id) => held.has(id),
    add(ids, by) {
      for (const id of ids) held.set(id, by);
    },
    remove: (id) => void held.delete(id),
    clear: () => held.clear(),
    isOwn(row) {
      const taken = held.get(row.id);
      if (taken !== undefined) return row.instance === taken;
      return row.instance === null || row.instance === instance.id();
    },
    assertHeld(id) {
      const taken = held.get(id);
      if (taken !== undefined && taken !== instance.id()) lose(id);
    },
    lose,
  };
}
