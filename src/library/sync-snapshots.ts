import { MAX_SNAPSHOT_BYTES } from '../snapshot/decode.ts';
import type { ParseResult } from '../snapshot/parse-result.ts';
import { fingerprint } from './content.ts';
import { planSync } from './plan-sync.ts';
import { type SnapshotFile, type SnapshotFolder, UnreadableFile } from './snapshot-folder.ts';
import type { LibraryStore, ParsedFile } from './store.ts';
import { StoreError } from './store-error.ts';

/** How far a reading has come: of `total` new or changed files, `done` have been read, `file` last. */
export interface SyncProgress {
  done: number;
  total: number;
  refused: number;
  file: string;
}

/** What a reading did. `files` are all in the folder; `read` of them were new or changed, `refused` of these were. */
export interface SyncReport {
  files: number;
  read: number;
  refused: number;
  gone: number;
}

export interface SyncOptions {
  store: LibraryStore;
  folder: SnapshotFolder;
  parse: (bytes: Uint8Array) => ParseResult | Promise<ParseResult>;
  /** Names the parser: where another one read a file, it is read again. */
  parserVersion: string;
  now: () => Date;
  onProgress?: (progress: SyncProgress) => void;
  /** Stops between two files; what was kept stays. */
  signal?: AbortSignal;
}

/** One transaction for so much: large enough to be quick, small enough to hold in memory and to lose in a crash. */
const BATCH_FILES = 25;
const BATCH_BYTES = 4 * 1024 * 1024;
/** How many files are read before the store is done with the one in turn. */
const AHEAD = 16;

/**
 * Brings the library up to date with the folder, reading only what is new or has changed, one batch after the other.
 * A bad file is recorded as refused and never stops the rest. After a crash at any moment the next reading goes on.
 * Rejects with `StoreError` where the store cannot keep it (a full disk); what was kept before stays.
 */
export async function syncSnapshots(options: SyncOptions): Promise<SyncReport> {
  const plan = await planSync(options);
  const report: SyncReport = { files: plan.files, read: 0, refused: 0, gone: plan.gone };
  let batch: ParsedFile[] = [];
  let bytes = 0;
  let done = 0;
  for await (const { file, reading } of readAhead(plan.toRead, options)) {
    done += 1;
    if (reading !== undefined) {
      batch.push(reading);
      bytes += reading.size;
      report.read += 1;
      report.refused += 'refusal' in reading ? 1 : 0;
    }
    if (batch.length >= BATCH_FILES || bytes >= BATCH_BYTES) {
      report.refused += await keep(batch, options);
      batch = [];
      bytes = 0;
    }
    options.onProgress?.({ done, total: plan.toRead.length, refused: report.refused, file });
  }
  report.refused += await keep(batch, options);
  return report;
}

type Keeping = Pick<SyncOptions, 'store' | 'now'>;

/** Keeps a batch; a reading that makes the store fail is refused alone. Answers how many were. */
async function keep(batch: readonly ParsedFile[], { store, now }: Keeping): Promise<number> {
  const [first, ...others] = batch;
  if (first === undefined) return 0;
  try {
    await store.keep(batch);
    return 0;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (others.length > 0) return await keepEach(batch, { store, now });
    if ('refusal' in first) throw error;
    const { file, size, mtimeMs, parserVersion } = first;
    await store.keep([{ file, size, mtimeMs, parserVersion: parserVersion, refusal: toFault(error, now()) }]);
    return 1;
  }
}

async function keepEach(batch: readonly ParsedFile[], options: Keeping): Promise<number> {
  let refused = 0;
  for (const reading of batch) refused += await keep([reading], options);
  return refused;
}

/** A fault of ours in one file: it is recorded, and the others are read. */
function toFault(error: unknown, at: Date) {
  const why = error instanceof Error ? error.message : String(error);
  return { code: 'failed', message: `This program failed to read it: ${why}`, line: null, at: at.toISOString() };
}

/** Reads in order, a few files ahead, so that a parser in another thread never waits for the store. */
async function* readAhead(snapshots: readonly SnapshotFile[], options: SyncOptions) {
  const begun: Promise<{ file: string; reading: ParsedFile | undefined }>[] = [];
  for (const snapshot of snapshots) {
    if (options.signal?.aborted) return;
    begun.push(readFile(snapshot, options).then((reading) => ({ file: snapshot.file, reading })));
    const next = begun.length > AHEAD ? begun.shift() : undefined;
    if (next) yield await next;
  }
  yield* begun;
}

async function readFile(snapshot: SnapshotFile, options: SyncOptions): Promise<ParsedFile | undefined> {
  const { file, size, mtimeMs } = snapshot;
  const at = options.now().toISOString();
  const known = { file, size, mtimeMs, parserVersion: options.parserVersion };
  const refuse = (code: string, message: string, line: number | null) => ({ code, message, line, at });
  if (size > MAX_SNAPSHOT_BYTES) return { ...known, refusal: refuse('too-large', TOO_LARGE, null) };
  try {
    const bytes = await snapshot.read();
    if (bytes === undefined) return undefined;
    const result = await options.parse(bytes);
    if (result.ok) return { ...known, capture: { bytes: fingerprint(bytes), article: result.article, at } };
    const { code, message, line } = result.error;
    return { ...known, refusal: refuse(code, message, line) };
  } catch (error) {
    // A permission given later changes neither size nor time: such a file is tried again each time.
    if (error instanceof UnreadableFile)
      return { ...known, mtimeMs: -1, refusal: refuse('unreadable', error.message, null) };
    return { ...known, refusal: toFault(error, options.now()) };
  }
}

const TOO_LARGE = 'The file is over 20 MB. Split it, or remove what is not the article.';
