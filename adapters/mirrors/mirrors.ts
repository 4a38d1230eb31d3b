import type { BackgroundService } from '../../src/background-service.ts';
import type { Clock } from '../../src/clock.ts';
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
}

export interface MirrorsDeps extends MirrorListener {
  /** The folder of all mirrors. */
  root: string;
  clock: Clock;
  /** Creates the mirror of a remote. */
  open?(remote: Remote, signal: AbortSignal): Mirror;
}

/** Creates the service that keeps the mirrors up to date, each on its own. */
export function createMirrors(
  { remotes, everyMs, environment }: MirrorsSettings,
  deps: MirrorsDeps,
): BackgroundService {
  const { root, clock } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Set<Promise<void>>();
  const timers = new Set<() => void>();
  const openWithGit = (remote: Remote) =>
    createMirror(remote, root, { git: createGit({ remote, environment, signal }), clock, signal });
  const { open = openWithGit } = deps;

  function repeat(update: () => Promise<void>): void {
    const updating = update().finally(() => {
      running.delete(updating);
      if (signal.aborted) return;
      const cancel = clock.after(everyMs, () => {
        timers.delete(cancel);
        repeat(update);
      });
      timers.add(cancel);
    });
    running.add(updating);
  }

  return {
    async start() {
      for (const remote of remotes) repeat(createUpdate(remote, open(remote, signal), { ...deps, signal }));
    },
    async tick() {},
    async stop() {
      stopping.abort();
      for (const cancel of timers) cancel();
      await Promise.all(running);
    },
  };
}

/** Creates an update that never rejects. A failure is logged when it begins and when it ends, not each time. */
function createUpdate(remote: Remote, mirror: Mirror, listener: MirrorListener & { signal: AbortSignal }) {
  const { syncLibrary, say, warn, report, signal } = listener;
  let isFailing = false;

  function fail(error: unknown): void {
    if (signal.aborted) return;
    if (!(error instanceof GitError)) report(error);
    else if (!isFailing) warn(`${remote.label}: The mirror could not be updated, and is tried again. ${error.message}`);
    isFailing = true;
  }

  return async () => {
    try {
      const hasChanged = await mirror.update();
      if (isFailing) say(`${remote.label}: The mirror is updated again.`);
      isFailing = false;
      if (hasChanged) syncLibrary(folderName(remote));
    } catch (error) {
      fail(error);
    }
  };
}
