import type { Config } from './index.ts';
import { MIRRORS_ROOT, mirrorSource } from './mirrors/mirror-source.ts';
import type { SnapshotSource } from './snapshots/folder-sync.ts';

/** All folders that the library is read from. */
export function sourcesOf({ snapshots, mirrors }: Pick<Config, 'snapshots' | 'mirrors'>): readonly SnapshotSource[] {
  return [...snapshots.sources, ...mirrors.remotes.map((remote) => mirrorSource(remote, MIRRORS_ROOT))];
}
