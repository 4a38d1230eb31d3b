import { sleep } from '../../src/clock.ts';
import type { Lead, LeadOptions } from '../../src/leadership.ts';
import { systemClock } from './system-clock.ts';

/** The claim of one process to a task. Its methods reject if the server cannot be used. */
export interface Claim {
  /** Aborts when another process may have the task. */
  readonly lost: AbortSignal;
  /** Returns whether this process has the task now. */
  take(): Promise<boolean>;
  /** Called again and again while this process has the task: makes sure that it still does. */
  keep(): Promise<void>;
  end(): Promise<void>;
}

interface LeadDeps {
  openClaim(task: string): Promise<Claim>;
  report(error: unknown): void;
  /** How often a waiting process tries, and a leading one makes sure that it still leads. */
  everyMs?: number;
}

const EVERY_MS = 5000;

/** Ends early when the signal aborts. */
type Pause = (signal: AbortSignal) => Promise<void>;

/** Leads by claims in a server, which ends those of dead processes. */
export function createLead({ openClaim, report, everyMs = EVERY_MS }: LeadDeps): Lead {
  const pause = (signal: AbortSignal) => sleep(everyMs, systemClock, signal);
  return async (task, work, options) => {
    const { signal } = options;
    let isReported = false;
    while (!signal.aborted) {
      try {
        await leadOnce(work, { ...options, openClaim: () => openClaim(task), pause });
        isReported = false;
      } catch (error) {
        // An outage is told once.
        if (!isReported) report(error);
        isReported = true;
      }
      await pause(signal);
    }
  };
}

/** Waits for the task, and works while this process has it. Resolves when it is lost; rejects if the server is. */
async function leadOnce(
  work: (signal: AbortSignal) => Promise<void>,
  { signal, onWaiting, openClaim, pause }: LeadOptions & { openClaim(): Promise<Claim>; pause: Pause },
): Promise<void> {
  const claim = await openClaim();
  try {
    const held = AbortSignal.any([signal, claim.lost]);
    while (!held.aborted && !(await claim.take())) {
      onWaiting?.();
      await pause(held);
    }
    if (held.aborted) return;
    const ended = new AbortController();
    const keeping = keep(claim, pause, AbortSignal.any([held, ended.signal]));
    try {
      await work(held);
    } finally {
      ended.abort();
      await keeping;
    }
  } finally {
    await claim.end();
  }
}

/** A server that is away for a moment ends nothing; the claim knows when it is too long. */
async function keep(claim: Claim, pause: Pause, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(signal);
    if (!signal.aborted) await claim.keep().catch(() => undefined);
  }
}
