import type { BackgroundService } from './background-service.ts';
import type { ChatAdapter, CommandSpec } from './chat/platform.ts';
import type { Dispatch } from './chat/request.ts';
import { type Clock, withTimeout } from './clock.ts';
import type { Deliverer } from './delivery/deliverer.ts';
import type { DeliveryService } from './delivery/delivery-service.ts';
import type { Roles } from './roles.ts';

export interface ServeOptions {
  /** The platforms; `ended` settles when one accepts no more requests. */
  platforms: readonly (ChatAdapter & Partial<Deliverer> & { readonly ended: Promise<void> })[];
  services: readonly Omit<BackgroundService, 'tick'>[];
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
  digests: Pick<DeliveryService, 'start' | 'onMessageReceived' | 'stop'>;
  tick: { start(): void; stop(): Promise<void> };
  clock: Clock;
  signal: AbortSignal;
  roles: Roles;
  /** Rejects if the process cannot go on. */
  failed: Promise<never>;
  report(error: unknown): void;
}

/** Part of the ten seconds that a stop may take. */
const STOP_GRACE_MS = 3000;

/**
 * Serves the platforms until all have ended or the signal aborts; rejects if the process cannot go on. Delivers digests if
 * at least one platform can. The services work meanwhile. Without a role, that part does not start.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { platforms, services, commands, digests, tick, signal, roles, failed } = options;
  const stopped = new Promise((done) => signal.addEventListener('abort', done, { once: true }));
  try {
    const answering = roles.has('chat') ? platforms : [];
    await Promise.all(answering.map((platform) => platform.start(commands, reportingMessages(options))));
    if (roles.has('deliver') && platforms.some(({ deliver }) => deliver !== undefined)) await digests.start(platforms);
    await Promise.all(services.map((service) => service.start()));
    tick.start();
    const ended = answering.length > 0 ? [Promise.all(answering.map((platform) => platform.ended))] : [];
    await Promise.race([...ended, stopped, failed]);
  } finally {
    await stop(options);
  }
}

/** Each request proves that the bot can send to its chat. The answer comes first, so that it tells how things were. */
function reportingMessages({ dispatch, digests, report }: ServeOptions): Dispatch {
  return async (request) => {
    try {
      return await dispatch(request);
    } finally {
      void digests.onMessageReceived(request.in).catch(report);
    }
  };
}

/** Running parts get some time to end. After that the platforms abort them, and they may be sent twice. */
async function stop({ platforms, services, digests, tick, clock }: ServeOptions): Promise<void> {
  const delivered = Promise.all([tick.stop(), digests.stop(), ...services.map((service) => service.stop())]);
  await withTimeout(delivered, STOP_GRACE_MS, clock);
  await Promise.all([delivered, ...platforms.map((platform) => platform.stop())]);
}
