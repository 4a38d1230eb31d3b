import type { PreparedResult } from '../prepared-article.ts';
import { createSettling } from './settling.ts';
import type { SnapshotFolder } from './snapshot-folder.ts';
import { type SyncOptions, type SyncReport, syncSnapshots } from './sync-snapshots.ts';

/** A parser that is started for one sync and closed after it. */
export interface TransientParser {
  parse(bytes: Uint8Array): PreparedResult | Promise<PreparedResult>;
  close(): Promise<void>;
}

export interface FolderSyncOptions extends Omit<SyncOptions, 'folder' | 'parse' | 'settling'> {
  /** `warn` is called with a line for each subfolder that is skipped. */
  openFolder(warn: (line: string) => void): SnapshotFolder;
  startParser(): TransientParser;
  /** Called when a subfolder is skipped for the first time in a row. */
  warn(line: string): void;
}

/** Keeps a library in sync with one folder. */
export interface FolderSync {
  /** As `run` of `LibrarySync`. Never called while it runs. */
  run(isUrgent: boolean): Promise<SyncReport | undefined>;
}

/** Scanning takes at most one part in this many of the time: a folder that takes a second is scanned every minute. */
const SCAN_TIME_SHARE = 60;

/**
 * Creates the sync of one folder. The first run always happens, and reads every file, complete or not; later ones are spaced
 * by how long scanning takes, and wait for files that are being written.
 */
export function createFolderSync(options: FolderSyncOptions): FolderSync {
  const { now } = options;
  const settling = createSettling();
  let hasRun = false;
  let pause = { fromMs: 0, untilMs: 0 };
  let lastSkipped = new Set<string>();

  /** If the clock was set back, the elapsed time is unknown, so the pause ends. */
  function isPaused(): boolean {
    const nowMs = now().getTime();
    return nowMs >= pause.fromMs && nowMs < pause.untilMs;
  }

  async function syncOnce(): Promise<SyncReport> {
    const startedMs = now().getTime();
    const skipped = new Set<string>();
    const folder = options.openFolder((line) => {
      if (!skipped.has(line) && !lastSkipped.has(line)) options.warn(line);
      skipped.add(line);
    });
    const parser = options.startParser();
    let scanEndedMs: number | undefined;
    try {
      return await syncSnapshots({
        ...options,
        folder,
        settling: hasRun ? settling : undefined,
        parse(bytes) {
          scanEndedMs ??= now().getTime();
          return parser.parse(bytes);
        },
      });
    } finally {
      await parser.close();
      const scanMs = Math.max(0, (scanEndedMs ?? now().getTime()) - startedMs);
      pause = { fromMs: startedMs, untilMs: startedMs + scanMs * SCAN_TIME_SHARE };
      lastSkipped = skipped;
      hasRun = true;
    }
  }

  return { run: async (isUrgent) => (isPaused() && !isUrgent ? undefined : await syncOnce()) };
}
