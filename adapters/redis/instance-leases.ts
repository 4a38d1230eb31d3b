import type { InstanceLeases } from '../shared/instance.ts';
import type { Database } from './database.ts';
import { leaseOf } from './find-living.ts';
import { freeDead } from './free-dead.ts';

/** Keeps leases as keys, which the server deletes when they are over. */
export function createInstanceLeases(database: Database): InstanceLeases {
  const { call, key } = database;
  return {
    enter: async (id, name, leaseMs) => void (await call('SET', key(leaseOf(id)), name, 'PX', leaseMs)),
    renew: async (id, leaseMs) => (await call<number>('PEXPIRE', key(leaseOf(id)), leaseMs)) === 1,
    end: async (id) => void (await call('DEL', key(leaseOf(id)))),
    freeDead: () => freeDead(database),
  };
}
