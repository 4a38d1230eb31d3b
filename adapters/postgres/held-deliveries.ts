import { DeliveryLost } from '../../src/delivery/delivery-lost.ts';
import type { Database } from './database.ts';
import type { Instance } from './instance.ts';

/** The deliveries that this process has taken, each with the instance that it was at that time. */
export interface HeldDeliveries {
  ids(): string[];
  add(ids: readonly string[], instance: string): void;
  /** This process does not send it any further. */
  remove(id: string): void;
  clear(): void;
  /** The SQL condition that nobody else holds a delivery, for the placeholder `$1`, and the value of `$2`. */
  ownership(id: string): { isOwn: string; owner: string };
  /** Rejects with `DeliveryLost` if this process holds a delivery no longer that it has taken. */
  assertHeld(id: string): Promise<void>;
  /** Rejects with `DeliveryLost` if a delivery that this process has taken still exists; for a change that had no effect. */
  assertRemoved(id: string): Promise<void>;
}

/** Creates the list, empty. */
export function createHeldDeliveries(database: Database, instance: Instance): HeldDeliveries {
  const held = new Map<string, string>();
  const lose = (id: string): never => {
    held.delete(id);
    throw new DeliveryLost(id);
  };
  return {
    ids: () => [...held.keys()],
    add(ids, by) {
      for (const id of ids) held.set(id, by);
    },
    remove: (id) => void held.delete(id),
    clear: () => held.clear(),
    ownership(id) {
      const taken = held.get(id);
      if (taken !== undefined) return { isOwn: 'id = $1 AND instance = $2', owner: taken };
      return { isOwn: 'id = $1 AND coalesce(instance, $2) = $2', owner: instance.id() ?? '' };
    },
    async assertHeld(id) {
      const taken = held.get(id);
      if (taken !== undefined && taken !== instance.id()) lose(id);
    },
    async assertRemoved(id) {
      if (!held.has(id)) return;
      const found = await database.row('SELECT 1 FROM deliveries WHERE id = $1', id);
      if (found !== undefined) lose(id);
      held.delete(id);
    },
  };
}
