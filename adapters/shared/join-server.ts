import type { State } from '../../src/state.ts';
import { createInstance, type Instance, type InstanceLeases } from './instance.ts';
import { type Claim, createLead } from './lead.ts';
import { createRateShare, type ExchangeShare } from './rate-share.ts';
import { systemClock } from './system-clock.ts';

/** What a server can do for the processes that share it. */
export interface SharedServer {
  leases: InstanceLeases;
  openClaim(task: string): Promise<Claim>;
  createShareExchange(name: string): ExchangeShare;
}

/** This process among those that share a server. */
export interface Membership extends Pick<State, 'lockForDelivery' | 'lead' | 'shareRate'> {
  instance: Instance;
  leave(): Promise<void>;
}

/** Makes this process one of those that share a server: one that delivers, once it is locked for that. */
export function joinServer(server: SharedServer, report: (error: unknown) => void): Membership {
  const instance = createInstance(server.leases, report);
  const leaving = new AbortController();
  return {
    instance,
    lockForDelivery: () => instance.start(),
    lead: createLead({ openClaim: server.openClaim, report }),
    shareRate: (name) =>
      createRateShare({
        exchangeShare: server.createShareExchange(name),
        instance,
        clock: systemClock,
        report,
        signal: leaving.signal,
      }),
    async leave() {
      leaving.abort();
      await instance.stop().catch(report);
    },
  };
}
