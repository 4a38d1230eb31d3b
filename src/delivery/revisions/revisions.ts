import type { BackgroundService } from '../../background-service.ts';
import type { Clock } from '../../clock.ts';
import { type ReviseDeps, reviseSent } from './revise-sent.ts';

interface RevisionsDeps extends Omit<ReviseDeps, 'now' | 'signal'> {
  clock: Clock;
}

/** Keeps the digests that were sent in step with their articles. */
export interface Revisions extends BackgroundService {
  /** Articles may have changed: looks soon. */
  request(): void;
}

/** Another process may have read the changes, and does not say so. */
const LOOK_AGAIN_MS = 5 * 60_000;
/** Looking takes at most about a twentieth of the time. */
const REST_SHARE = 20;

/** Creates the service. The first look is at the first tick, so that nothing is missed that changed while the bot was down. */
export function createRevisions({ clock, ...deps }: RevisionsDeps): Revisions {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isWanted = true;
  let lastMs = Number.NEGATIVE_INFINITY;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  async function look(): Promise<void> {
    const startMs = clock.monotonicMs();
    isWanted = false;
    try {
      const isLeft = await reviseSent({ ...deps, signal, now: () => new Date(clock.nowMs()) });
      isWanted ||= isLeft;
    } catch (error) {
      isWanted = true;
      deps.report(error);
    }
    lastMs = clock.monotonicMs();
    restUntilMs = lastMs + (lastMs - startMs) * REST_SHARE;
  }

  function lookIfRested(): void {
    if (signal.aborted || running !== undefined || clock.monotonicMs() < restUntilMs) return;
    running = look().finally(() => {
      running = undefined;
    });
  }

  return {
    start: async () => undefined,
    async tick() {
      if (isWanted || clock.monotonicMs() - lastMs >= LOOK_AGAIN_MS) lookIfRested();
    },
    request() {
      isWanted = true;
      lookIfRested();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
