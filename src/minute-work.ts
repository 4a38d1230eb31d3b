import type { BackgroundService } from './background-service.ts';
import type { DeliveryService } from './delivery/delivery-service.ts';
import { StoreError } from './library/store-error.ts';
import type { LibraryUpdates } from './library/updates.ts';
import type { State } from './state.ts';

export interface MinuteWorkDeps extends Pick<State, 'maintain'> {
  updates: Pick<LibraryUpdates, 'sweep'>;
  services: readonly Pick<BackgroundService, 'tick'>[];
  /** Without it, nothing is delivered. */
  digests: Pick<DeliveryService, 'tick'> | undefined;
  report(error: unknown): void;
  /** Ends the process. */
  fail(error: unknown): void;
}

/** Creates the work of each minute. It never rejects: what fails is reported, and the rest goes on. */
export function createMinuteWork(deps: MinuteWorkDeps): (at: Date) => Promise<void> {
  const { maintain, updates, services, digests, report, fail } = deps;
  return async (at) => {
    await maintain().catch((error: unknown) => (isLost(error) ? fail(error) : report(error)));
    for (const service of services) void service.tick(at).catch(report);
    await updates.sweep();
    await digests?.tick(at).catch(report);
  };
}

/** Whether nothing can be stored any more. */
function isLost(error: unknown): boolean {
  return error instanceof StoreError && error.reason === 'deleted';
}
