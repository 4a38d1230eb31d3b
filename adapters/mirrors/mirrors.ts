import type { BackgroundService } from '../../src/background-service.ts';
import type { Clock } from '../../src/clock.ts';
import type { ReportTrouble } from '../../src/operators/operator-notices.ts';
import { createGit, GitError } from './git.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { folderName } from './mirror-source.ts';
import type { Remote } from './remote.ts';
import type { MirrorsSettings } from './settings.ts';

/** What an update of a mirror is told to. */
export interface MirrorListener {
  /** Files of a folder of the library have changed. */
  syncLibrary(folder: string): void;
  say(line: string): void;
  warn(line: string): void;
  report(error: unknown): void;
  /** Reports what only the operator can put right, and when it is over. */
  reportTrouble: ReportTrouble;
}

export interface MirrorsDeps extends MirrorListener {
  /** The folder of all mirrors. */
  root: string;
  clock: Clock;
  /** Creates the mirror of a remote. */
  open?(remote: Remote, signal: AbortSignal): Mirror;
}

/** Hosts are down for a while; after a day somebody should look. */
const TROUBLE_MS = 24 * 60 * 60_000;

/** Creates the service that keeps the mirrors up to date, each on its own. */
export function createMirrors(
  { remotes, everyMs, environment }: MirrorsSettings,
  deps: MirrorsDeps,
): BackgroundService {
  const { root, clock } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  // Of each remote, the last one.
  const updates: Promise<void>[] = [];
  const timers: (() => void)[] = [];
  const failing = new Map<string, Date>();
  const openWithGit = (remote: Remote) =>
    createMirror(remote, root, { git: createGit({ remote, environment, signal }), clock, signal });
  const { open = openWithGit } = deps;

  function repeat(at: number, update: () => Promise<void>): void {
    updates[at] = update().finally(() => {
      if (!signal.aborted) timers[at] = clock.after(everyMs, () => repeat(at, update));
    });
  }

  return {
    async start() {
      for (const [at, remote] of remotes.entries())
        repeat(at, createUpdate(remote, open(remote, signal), { ...deps, signal, failing }));
    },
    troubles: () => [...failing].map(([name, since]) => ({ name, since })),
    async tick() {},
    async stop() {
      stopping.abort();
      for (const cancel of timers) cancel();
      await Promise.all(updates);
    },
  };
}

interface UpdateContext extends Pick<MirrorsDeps, keyof MirrorListener | 'clock'> {
  signal: AbortSignal;
  /** The mirrors whose last update failed, and since when. */
  failing: Map<string, Date>;
}

/** Creates an update that never rejects. A failure is logged when it begins and when it ends, not each time. */
function createUpdate({ label, ...remote }: Remote, mirror: Mirror, context: UpdateContext) {
  const { syncLibrary, say, warn, report, reportTrouble, signal, clock, failing } = context;
  const trouble = `mirror ${label}`;

  function fail(error: unknown): void {
    if (signal.aborted) return;
    const why = error instanceof Error ? error.message : String(error);
    const line = `${label}: The mirror could not be updated, and is tried again. ${why}`;
    reportTrouble(trouble, { line, afterMs: TROUBLE_MS });
    if (!(error instanceof GitError)) report(error);
    else if (!failing.has(label)) warn(line);
    failing.set(label, failing.get(label) ?? new Date(clock.nowMs()));
  }

  return async () => {
    try {
      const hasChanged = await mirror.update();
      if (failing.delete(label)) say(`${label}: The mirror is updated again.`);
      reportTrouble(trouble, undefined);
      if (hasChanged) syncLibrary(folderName(remote));
    } catch (error) {
      fail(error);
    }
  };
}
