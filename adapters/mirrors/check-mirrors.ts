import { createGit } from './git.ts';
import { placesOf } from './mirror.ts';
import type { MirrorsSettings } from './settings.ts';

/** A connection check of a mirror. */
export interface MirrorCheck {
  /** The repository, without a password. */
  mirror: string;
  /** Resolves to why the repository cannot be reached; undefined if it can. */
  ask(): Promise<string | undefined>;
}

const TIMEOUT_MS = 20_000;

/** Creates the checks of all mirrors. They change nothing. */
export function checkMirrors({ remotes, environment }: MirrorsSettings, root: string): readonly MirrorCheck[] {
  return remotes.map((remote) => ({
    mirror: remote.label,
    async ask() {
      const git = createGit({ remote, environment, signal: AbortSignal.timeout(TIMEOUT_MS) });
      try {
        await git(placesOf(remote, root).live, ['ls-remote', '--quiet', '--exit-code', 'mirror', 'HEAD']);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  }));
}
