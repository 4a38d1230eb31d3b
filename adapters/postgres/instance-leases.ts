import type { InstanceLeases } from '../shared/instance.ts';
import type { Database } from './database.ts';

/** The SQL condition that the lease of an instance holds. */
export const IS_ALIVE = 'lease_until > clock_timestamp()';

/** Frees the deliveries of instances whose lease is over. */
export const FREE_DEAD = `UPDATE deliveries SET state = 'waiting', instance = NULL WHERE state = 'taken'
  AND NOT EXISTS (SELECT 1 FROM instances i WHERE i.id = deliveries.instance AND i.${IS_ALIVE})`;

const endAfter = (ms: number) => `clock_timestamp() + interval '${ms} milliseconds'`;

/** Keeps leases in a table. */
export function createInstanceLeases({ run }: Pick<Database, 'run'>): InstanceLeases {
  return {
    enter: async (id, name, leaseMs) =>
      void (await run(`INSERT INTO instances VALUES ($1, $2, ${endAfter(leaseMs)})`, id, name)),
    renew: async (id, leaseMs) =>
      (await run(`UPDATE instances SET lease_until = ${endAfter(leaseMs)} WHERE id = $1 AND ${IS_ALIVE}`, id)) > 0,
    end: async (id) => void (await run('DELETE FROM instances WHERE id = $1', id)),
    async freeDead() {
      await run(`DELETE FROM instances WHERE NOT ${IS_ALIVE}`);
      await run(FREE_DEAD);
    },
  };
}
