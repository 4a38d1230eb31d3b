import type { PreparedResult } from './prepared-article.ts';
import type { SnapshotFolder } from './snapshot-folder.ts';
import { type SyncOptions, type SyncReport, syncSnapshots } from './sync-snapshots.ts';

/** A parser that is started for one sync and closed after it. */
export interface TransientParser {
  parse(bytes: Uint8Array): PreparedResult | Promise<PreparedResult>;
  close(): Promise<void>;
}

export interface LibrarySyncOptions extends Omit<SyncOptions, 'folder' | 'parse'> {
  /** `warn` is called with a line for each subfolder that is skipped. */
  openFolder(warn: (line: string) => void): SnapshotFolder;
  startParser(): TransientParser;
  /** Called when a subfolder is skipped for the first time in a row. */
  warn(line: string): void;
}

/** Keeps a library in sync with its folder. */
export interface LibrarySync {
  /**
   * Syncs new and changed files. Does nothing, and resolves to undefined, while another run is active, and while a run
   * would take too large a share of the time. Rejects like `syncSnapshots`; the next run continues.
   */
  run(): Promise<SyncReport | undefined>;
}

/** Scanning takes at most one part in this many of the time: a folder that takes a second is scanned every minute. */
const SCAN_TIME_SHARE = 60;

/** Creates a sync whose first run always happens; later ones are spaced by how long scanning takes. */
export function createLibrarySync(options: LibrarySyncOptions): LibrarySync {
  const { now } = options;
  let running = false;
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
    }
  }

  return {
    async run() {
      if (running || isPaused()) return undefined;
      running = true;
      try {
        return await syncOnce();
      } finally {
        running = false;
      }
    },
  };
}
