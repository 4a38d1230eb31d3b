import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Clock } from '../../src/clock.ts';
import { createFolder } from '../shared/create-folder.ts';
import { type Git, GitError } from './git.ts';
import type { Remote } from './remote.ts';
import { createWorkingCopy, exists } from './working-copy.ts';

/** A local copy of a repository's latest commit. */
export interface Mirror {
  /** Brings the copy up to date. Resolves to whether files may have changed. Rejects with `GitError`; the copy stays as it was. */
  update(): Promise<boolean>;
}

/** Where the files of a mirror are. */
export interface MirrorPlaces {
  /** The working copy. */
  live: string;
  /** Exists while files are being changed. A process that is killed leaves it behind. */
  marker: string;
}

/** The places of a mirror below the folder of all mirrors. */
export function placesOf({ name }: Pick<Remote, 'name'>, root: string): MirrorPlaces {
  return { live: join(root, name), marker: join(root, `${name}.updating`) };
}

interface MirrorDeps {
  git: Git;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Creates the mirror of a remote. A copy that is broken is cloned anew beside it, and then replaced. A kill at any moment
 * leaves a copy that the next update completes.
 */
export function createMirror(remote: Remote, folder: string, deps: MirrorDeps): Mirror {
  const root = resolve(folder);
  const { live, marker } = placesOf(remote, root);
  const [fresh, old] = [`${live}.new`, `${live}.old`];
  const copy = createWorkingCopy(live, remote.folder, deps);

  /** Changes the files of the working copy, with the marker around it. */
  async function checkOut(): Promise<void> {
    await writeFile(marker, '');
    await copy.checkOut();
    await rm(marker, { force: true });
  }

  async function updateCopy(): Promise<boolean> {
    await copy.removeLocks();
    const wasInterrupted = await exists(marker);
    if (wasInterrupted) await checkOut();
    const before = await copy.head();
    await copy.fetchLatest();
    await checkOut();
    return wasInterrupted || (await copy.head()) !== before;
  }

  async function cloneAnew(): Promise<boolean> {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh);
    const clone = createWorkingCopy(fresh, remote.folder, deps);
    await clone.init();
    await clone.fetchLatest();
    await clone.checkOut();
    await rm(old, { recursive: true, force: true });
    if (await exists(live)) await rename(live, old);
    await rename(fresh, live);
    await rm(marker, { force: true });
    await rm(old, { recursive: true, force: true });
    return true;
  }

  return {
    async update() {
      createFolder(root);
      // A process was killed between the two renames.
      if (!(await exists(live)) && (await exists(old))) await rename(old, live);
      if (!(await exists(join(live, '.git')))) return await cloneAnew();
      try {
        return await updateCopy();
      } catch (error) {
        // If the remote answers, it is the copy that is broken.
        if (!(error instanceof GitError) || !(await copy.canReach())) throw error;
        return await cloneAnew();
      }
    },
  };
}
