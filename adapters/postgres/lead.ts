import { sleep } from '../../src/clock.ts';
import type { Lead, LeadOptions } from '../../src/leadership.ts';
import { systemClock } from '../system-clock.ts';
import { toStoreError } from './errors.ts';
import type { Session } from './session.ts';

interface LeadDeps {
  /** For messages. */
  label: string;
  openSession(): Promise<Session>;
  report(error: unknown): void;
  /** How often a waiting process tries, and a leading one makes sure that it still leads. */
  everyMs?: number;
}

const EVERY_MS = 5000;

/** Ends early when the signal aborts. */
type Pause = (signal: AbortSignal) => Promise<void>;

/** Leads by a lock that belongs to a connection: the server frees it when the process dies. */
export function createLead({ label, openSession, report, everyMs = EVERY_MS }: LeadDeps): Lead {
  const pause = (signal: AbortSignal) => sleep(everyMs, systemClock, signal);
  return async (task, work, options) => {
    const { signal } = options;
    let isReported = false;
    while (!signal.aborted) {
      try {
        await leadOnce(task, work, { ...options, openSession, pause });
        isReported = false;
      } catch (error) {
        // An outage is told once.
        if (!isReported) report(toStoreError(error, label));
        isReported = true;
      }
      await pause(signal);
    }
  };
}

/** Waits for the lock, and works while it is held. Resolves when it is lost; rejects if the server is. */
async function leadOnce(
  task: string,
  work: (signal: AbortSignal) => Promise<void>,
  { signal, onWaiting, openSession, pause }: Pick<LeadDeps, 'openSession'> & LeadOptions & { pause: Pause },
): Promise<void> {
  const session = await openSession();
  try {
    const held = AbortSignal.any([signal, session.lost]);
    while (!held.aborted && !(await session.tryLock(task))) {
      onWaiting?.();
      await pause(held);
    }
    if (held.aborted) return;
    const ended = new AbortController();
    const watching = watch(session, pause, AbortSignal.any([held, ended.signal]));
    await work(held).finally(() => ended.abort());
    await watching;
  } finally {
    await session.end();
  }
}

/** A lost connection may go unnoticed until it is used. */
async function watch(session: Session, pause: Pause, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(signal);
    if (!signal.aborted) await session.ping().catch(() => undefined);
  }
}
