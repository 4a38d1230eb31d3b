import type { ChatAdapter, CommandSpec } from './chat/platform.ts';
import type { Dispatch } from './chat/request.ts';
import { type Clock, withTimeout } from './clock.ts';
import type { Deliverer } from './delivery/deliverer.ts';
import type { DeliveryService } from './delivery/delivery-service.ts';

export interface ServeOptions {
  /** What is served; `ended` settles once nobody can ask anything there any more. */
  platforms: readonly (ChatAdapter & Partial<Deliverer> & { readonly ended: Promise<void> })[];
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
  digests: Pick<DeliveryService, 'start' | 'onMessageReceived' | 'stop'>;
  tick: { start(): void; stop(): Promise<void> };
  clock: Clock;
  signal: AbortSignal;
  /** Rejects if the process cannot go on. */
  failed: Promise<never>;
  report(error: unknown): void;
}

/** Within the ten seconds that a stop may take. */
const PART_PATIENCE_MS = 3000;

/** Serves the platforms until all have ended, the signal aborts, or the process cannot go on: then it rejects. Digests are delivered where at least one can deliver. */
export async function serve(options: ServeOptions): Promise<void> {
  const { platforms, commands, digests, tick, signal, failed } = options;
  const stopped = new Promise((done) => signal.addEventListener('abort', done, { once: true }));
  try {
    await Promise.all(platforms.map((platform) => platform.start(commands, withHeard(options))));
    if (platforms.some(({ deliver }) => deliver !== undefined)) {
      await digests.start(platforms);
      tick.start();
    }
    await Promise.race([Promise.all(platforms.map(({ ended }) => ended)), stopped, failed]);
  } finally {
    await stop(options);
  }
}

/** Every request shows that the bot can be reached where it came from. */
function withHeard({ dispatch, digests, report }: ServeOptions): Dispatch {
  return (request) => {
    void digests.onMessageReceived(request.in).catch(report);
    return dispatch(request);
  };
}

/** A part that is being sent gets some time to end: the platforms then give it up, and it may be sent twice. */
async function stop({ platforms, digests, tick, clock }: ServeOptions): Promise<void> {
  const delivered = Promise.all([tick.stop(), digests.stop()]);
  await withTimeout(delivered, PART_PATIENCE_MS, clock);
  await Promise.all([delivered, ...platforms.map((platform) => platform.stop())]);
}
