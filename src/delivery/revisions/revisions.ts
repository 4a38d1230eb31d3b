import type { BackgroundService } from '../../background-service.ts';
import type { Clock } from '../../clock.ts';
import { createTurn, type Lead } from '../../leadership.ts';
import type { Arrivals } from '../../library/arrivals.ts';
import { type ReviseDeps, reviseSent } from './revise-sent.ts';

interface RevisionsDeps extends Omit<ReviseDeps, 'position' | 'now' | 'signal'> {
  clock: Clock;
  arrivals: Pick<Arrivals, 'position'>;
  lead: Lead;
}

/** Keeps the digests that were sent in step with their articles, in one process of all that share the store. */
export interface Revisions extends BackgroundService {
  /** Articles may have changed: looks soon. */
  request(): void;
}

/** A change that is not material takes no position, and another process may have read it. */
const LOOK_AGAIN_MS = 5 * 60_000;
/** When files change, processes read them at the same time, and another one may save what was read. */
const OTHERS_READ_MS = 10_000;
/** Looking takes at most about a twentieth of the time. */
const REST_SHARE = 20;

/** Creates the service. The first look is at the first tick, so that nothing is missed that changed while the bot was down. */
export function createRevisions({ clock, lead, arrivals, ...deps }: RevisionsDeps): Revisions {
  // Processes for other platforms edit too.
  const turn = createTurn(lead, `revise digests on ${[...deps.revisers.keys()].toSorted().join(' and ')}`);
  let isWanted = true;
  let lastPosition = -1;
  let lastMs = Number.NEGATIVE_INFINITY;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  let cancel = () => {};

  async function look(signal: AbortSignal): Promise<void> {
    const startMs = clock.monotonicMs();
    isWanted = false;
    try {
      lastPosition = await arrivals.position();
      const now = () => new Date(clock.nowMs());
      const isLeft = await reviseSent({ ...deps, position: lastPosition, signal, now });
      isWanted ||= isLeft;
    } catch (error) {
      isWanted = true;
      deps.report(error);
    }
    lastMs = clock.monotonicMs();
    restUntilMs = lastMs + (lastMs - startMs) * REST_SHARE;
  }

  /** Whether another process may have read something. */
  async function isDue(): Promise<boolean> {
    return clock.monotonicMs() - lastMs >= LOOK_AGAIN_MS || (await arrivals.position()) !== lastPosition;
  }

  function lookIfRested(): void {
    const signal = turn.held();
    if (signal === undefined || running !== undefined || clock.monotonicMs() < restUntilMs) return;
    running = look(signal).finally(() => {
      running = undefined;
    });
  }

  async function tick(): Promise<void> {
    if (turn.held() === undefined) return;
    if (isWanted || (await isDue())) lookIfRested();
  }

  return {
    start: async () => turn.start(),
    tick,
    request() {
      isWanted = true;
      lookIfRested();
      cancel();
      cancel = clock.after(OTHERS_READ_MS, () => void tick().catch(deps.report));
    },
    async stop() {
      cancel();
      await turn.stop();
      await running;
    },
  };
}
