import type { Clock } from '../clock.ts';
import { SETTLE_MS } from './sync/settling.ts';
import type { LibrarySync } from './sync/sync.ts';
import type { SyncReport } from './sync/sync-snapshots.ts';

export interface LibraryUpdatesDeps {
  sync: LibrarySync;
  /** The names of all folders. */
  folders: readonly string[];
  clock: Clock;
  /** Called after a pass that read files, with what it found. */
  onRead(found: SyncReport): Promise<void>;
  report(error: unknown): void;
}

/** Keeps the library up to date while the process runs. */
export interface LibraryUpdates {
  /** Folders have changed: they are synced soon. Called for each change, or once for many. Without a name, all. */
  request(folder?: string): void;
  /** Syncs all folders, unless that would take too large a share of the time. Resolves when it is done. */
  sweep(): Promise<void>;
  /** Starts no further pass. Resolves when the running one has ended. */
  stop(): Promise<void>;
}

/** A pass starts when no change has come for this long, but it does not wait for ever. */
const QUIET_MS = 250;
const MAX_WAIT_MS = 2000;
/** This many changes are a mass change, such as a `git pull`, which one pass reads after its end. */
const MASS_CHANGES = 500;
const MAX_MASS_WAIT_MS = 30_000;
/** If changes keep coming, passes take at most about a quarter of the time. */
const REST_SHARE = 3;
const MAX_REST_MS = 3000;

/** Creates the updates. Passes never overlap. */
export function createLibraryUpdates(deps: LibraryUpdatesDeps): LibraryUpdates {
  const { sync, folders, clock, onRead, report } = deps;
  const pending = new Set<string>();
  let [changes, firstMs, restUntilMs] = [0, 0, 0];
  let isStopped = false;
  let cancel = (): void => undefined;
  let running: Promise<void> = Promise.resolve();

  function schedule(waitMs: number): void {
    cancel();
    if (!isStopped) cancel = clock.after(Math.max(0, waitMs), () => void inOrder(passOverPending));
  }

  function inOrder(work: () => Promise<void>): Promise<void> {
    running = running.then(work).catch(report);
    return running;
  }

  async function passOverPending(): Promise<void> {
    const urgent = new Set(pending);
    pending.clear();
    changes = 0;
    if (urgent.size > 0 && !isStopped) await pass(urgent);
  }

  async function pass(urgent?: ReadonlySet<string>): Promise<void> {
    const startedMs = clock.monotonicMs();
    try {
      const found = await sync.run(urgent);
      if (found !== undefined && found.unsettled > 0) retry(urgent ?? folders);
      if (found !== undefined && found.read > 0) await onRead(found);
    } finally {
      const nowMs = clock.monotonicMs();
      restUntilMs = nowMs + Math.min(MAX_REST_MS, (nowMs - startedMs) * REST_SHARE);
    }
  }

  function retry(unsettled: Iterable<string>): void {
    for (const folder of unsettled) pending.add(folder);
    if (changes === 0) firstMs = clock.monotonicMs();
    schedule(SETTLE_MS + QUIET_MS);
  }

  return {
    request(folder) {
      const nowMs = clock.monotonicMs();
      if (changes === 0) firstMs = nowMs;
      changes += 1;
      for (const name of folder === undefined ? folders : [folder]) pending.add(name);
      const latestMs = firstMs + (changes > MASS_CHANGES ? MAX_MASS_WAIT_MS : MAX_WAIT_MS);
      schedule(Math.max(restUntilMs, Math.min(nowMs + QUIET_MS, latestMs)) - nowMs);
    },
    sweep: () => inOrder(async () => (isStopped ? undefined : await pass())),
    async stop() {
      isStopped = true;
      cancel();
      await running;
    },
  };
}
