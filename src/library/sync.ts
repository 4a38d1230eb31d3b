import type { ParseResult } from '../snapshot/parse-result.ts';
import type { SnapshotFolder } from './snapshot-folder.ts';
import { type SyncOptions, type SyncReport, syncSnapshots } from './sync-snapshots.ts';

/** A parser that is there while there is something to parse. */
export interface TransientParser {
  parse(bytes: Uint8Array): ParseResult | Promise<ParseResult>;
  close(): Promise<void>;
}

export interface LibrarySyncOptions extends Omit<SyncOptions, 'folder' | 'parse'> {
  /** `warn` gets a line for each part that is passed over. */
  openFolder(warn: (line: string) => void): SnapshotFolder;
  startParser(): TransientParser;
  /** Told of a part that is passed over, once for as long as it stays so. */
  warn(line: string): void;
}

/** A library that is brought up to date with its folder again and again. */
export interface LibrarySync {
  /**
   * Reads what is new or has changed. Does nothing, and gives undefined, while another look is running, and while a look
   * would take too large a share of the time. Rejects as `readSnapshots` does; the next look goes on then.
   */
  run(): Promise<SyncReport | undefined>;
}

/** Of so much time, one part is spent on looking for new files: a folder that takes a second is scanned each minute. */
const SHARE = 60;

/** Keeps a library up to date: the first look is always taken, the others as the time that scanning takes allows. */
export function createLibrarySync(options: LibrarySyncOptions): LibrarySync {
  const { now } = options;
  let running = false;
  let rest = { fromMs: 0, untilMs: 0 };
  let passedOver = new Set<string>();

  /** Where the clock was set back, nobody knows how long it has been. */
  function rests(): boolean {
    const nowMs = now().getTime();
    return nowMs >= rest.fromMs && nowMs < rest.untilMs;
  }

  async function look(): Promise<SyncReport> {
    const begunMs = now().getTime();
    const seen = new Set<string>();
    const folder = options.openFolder((line) => {
      if (!seen.has(line) && !passedOver.has(line)) options.warn(line);
      seen.add(line);
    });
    const parser = options.startParser();
    let scannedMs: number | undefined;
    try {
      return await syncSnapshots({
        ...options,
        folder,
        parse(bytes) {
          scannedMs ??= now().getTime();
          return parser.parse(bytes);
        },
      });
    } finally {
      await parser.close();
      const scanMs = Math.max(0, (scannedMs ?? now().getTime()) - begunMs);
      rest = { fromMs: begunMs, untilMs: begunMs + scanMs * SHARE };
      passedOver = seen;
    }
  }

  return {
    async run() {
      if (running || rests()) return undefined;
      running = true;
      try {
        return await look();
      } finally {
        running = false;
      }
    },
  };
}
