import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, sleep } from '../../src/clock.ts';
import { type Git, GitError } from './git.ts';

/** A folder with a repository that has one remote, of which only the latest commit is kept. */
export interface WorkingCopy {
  /** Creates an empty repository. */
  init(): Promise<void>;
  /** Fetches the latest commit, whatever it descends from. */
  fetchLatest(): Promise<void>;
  /** Makes the files those of the fetched commit. Files that are the same stay untouched. */
  checkOut(): Promise<void>;
  /** The commit of the files. */
  head(): Promise<string>;
  /** Whether the remote answers. */
  canReach(): Promise<boolean>;
  /** Removes the locks of a process that was killed. Its git may still be running, so it waits some seconds for it. */
  removeLocks(): Promise<void>;
}

interface WorkingCopyDeps {
  git: Git;
  clock: Clock;
  signal: AbortSignal;
}

const LATEST = 'refs/mirror/latest';
const FETCH = ['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--force'];
const LOCK_WAIT_MS = 5000;
const LOCK_LOOK_MS = 100;
const LOCKS = [
  'index',
  'HEAD',
  'config',
  'shallow',
  'packed-refs',
  LATEST,
  'refs/heads/mirror',
  'info/sparse-checkout',
];

/** Creates the working copy in a folder; with `only`, just that folder of the repository is downloaded. */
export function createWorkingCopy(
  path: string,
  only: string | undefined,
  { git: run, clock, signal }: WorkingCopyDeps,
): WorkingCopy {
  const git = (...args: readonly string[]) => run(path, args);
  const locks = LOCKS.map((name) => join(path, '.git', `${name}.lock`));
  return {
    async init() {
      await git('init', '--quiet', '--template=', '--initial-branch=mirror');
    },
    async fetchLatest() {
      await git(...FETCH, ...(only === undefined ? [] : ['--filter=blob:none']), 'mirror', `+HEAD:${LATEST}`);
    },
    async checkOut() {
      if (only !== undefined) await git('sparse-checkout', 'set', '--cone', only);
      await git('reset', '--quiet', '--hard', LATEST);
      await git('clean', '-ffdxq');
    },
    head: async () => (await git('rev-parse', '--verify', 'HEAD')).trim(),
    async canReach() {
      try {
        await git('ls-remote', '--quiet', '--exit-code', 'mirror', 'HEAD');
        return true;
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        return false;
      }
    },
    async removeLocks() {
      const untilMs = clock.monotonicMs() + LOCK_WAIT_MS;
      while (clock.monotonicMs() < untilMs && !signal.aborted) {
        if (!(await Promise.all(locks.map(exists))).includes(true)) return;
        await sleep(LOCK_LOOK_MS, clock, signal);
      }
      for (const lock of locks) await rm(lock, { force: true });
    },
  };
}

/** Whether there is a file or folder. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
