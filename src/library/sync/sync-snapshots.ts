import { MAX_SNAPSHOT_BYTES } from '../../snapshot/decode.ts';
import { fingerprint } from '../content.ts';
import type { PreparedResult } from '../prepared-article.ts';
import type { ParsedFile } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { looksLikeSnapshot } from './looks-like-snapshot.ts';
import { planSync, type SyncPlan, type SyncSource } from './plan-sync.ts';
import { type SnapshotFile, UnreadableFile } from './snapshot-folder.ts';

/** The progress of a sync: of `total` new or changed files, `done` have been read, `file` last. */
export interface SyncProgress {
  done: number;
  total: number;
  refused: number;
  file: string;
}

/** The result of a sync: of all `files` in the folder, `read` were new or changed, and `refused` of these could not be parsed. */
export interface SyncReport extends Omit<SyncPlan, 'toRead'> {
  read: number;
  refused: number;
}

export interface SyncOptions extends SyncSource {
  parse: (bytes: Uint8Array) => PreparedResult | Promise<PreparedResult>;
  onProgress?: (progress: SyncProgress) => void;
  /** Stops between two files; saved batches remain. */
  signal?: AbortSignal;
}

/** The size of a transaction: large enough to be fast, small enough to fit in memory and to lose in a crash. */
const BATCH_FILES = 50;
const BATCH_BYTES = 4 * 1024 * 1024;
/** How many files are parsed while the store saves earlier ones, and how large they are together. */
const READ_AHEAD = 64;
const READ_AHEAD_BYTES = 8 * 1024 * 1024;

/**
 * Updates the library from the folder: parses new and changed files and saves them in batches. A bad file is recorded as
 * refused and does not stop the others. After a crash, the next sync continues. Rejects with `StoreError` if the store
 * cannot save (a full disk); batches saved before remain.
 */
export async function syncSnapshots(options: SyncOptions): Promise<SyncReport> {
  const { toRead, ...counts } = await planSync(options);
  const report: SyncReport = { ...counts, read: 0, refused: 0 };
  let batch: ParsedFile[] = [];
  let bytes = 0;
  let done = 0;
  for await (const { file, parsed } of readAhead(toRead, options)) {
    done += 1;
    if (parsed !== undefined) {
      batch.push(parsed);
      bytes += parsed.size;
      report.read += 1;
      report.refused += 'refusal' in parsed ? 1 : 0;
    }
    if (batch.length >= BATCH_FILES || bytes >= BATCH_BYTES) {
      report.refused += await saveBatch(batch, options);
      batch = [];
      bytes = 0;
    }
    options.onProgress?.({ done, total: toRead.length, refused: report.refused, file });
  }
  report.refused += await saveBatch(batch, options);
  return report;
}

type SaveOptions = Pick<SyncOptions, 'store' | 'now'>;

/** Saves a batch and returns how many files were refused: only those that make the store fail. */
async function saveBatch(batch: readonly ParsedFile[], { store, now }: SaveOptions): Promise<number> {
  const [first, ...others] = batch;
  if (first === undefined) return 0;
  try {
    await store.save(batch);
    return 0;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (others.length > 0) return await saveEach(batch, { store, now });
    if ('refusal' in first) throw error;
    const { file, size, mtimeMs, parserVersion } = first;
    await store.save([{ file, size, mtimeMs, parserVersion, refusal: toInternalError(error, now()) }]);
    return 1;
  }
}

async function saveEach(batch: readonly ParsedFile[], options: SaveOptions): Promise<number> {
  let refused = 0;
  for (const parsed of batch) refused += await saveBatch([parsed], options);
  return refused;
}

/** The refusal of a file that the parser or the store failed on because of a bug. */
function toInternalError(error: unknown, at: Date) {
  const why = error instanceof Error ? error.message : String(error);
  return { code: 'failed', message: `This program failed to read it: ${why}`, line: null, at: at.toISOString() };
}

/** Parses in order, a few files ahead, so that a parser in another thread never waits for the store. */
async function* readAhead(snapshots: readonly SnapshotFile[], options: SyncOptions) {
  const pending: { file: string; size: number; parsed: Promise<ParsedFile | undefined> }[] = [];
  let bytes = 0;
  for (const snapshot of snapshots) {
    const { file, size } = snapshot;
    while (pending.length > READ_AHEAD || bytes + size > READ_AHEAD_BYTES) {
      const next = pending.shift();
      if (next === undefined) break;
      bytes -= next.size;
      yield { file: next.file, parsed: await next.parsed };
    }
    if (options.signal?.aborted) return;
    bytes += size;
    pending.push({ file, size, parsed: readFile(snapshot, options) });
  }
  for (const { file, parsed } of pending) yield { file, parsed: await parsed };
}

async function readFile(snapshot: SnapshotFile, options: SyncOptions): Promise<ParsedFile | undefined> {
  const { file, size, mtimeMs } = snapshot;
  const at = options.now().toISOString();
  const record = { file, size, mtimeMs, parserVersion: options.parserVersion };
  const refuse = (code: string, message: string, line: number | null) => ({ code, message, line, at });
  if (size > MAX_SNAPSHOT_BYTES) return { ...record, refusal: refuse('too-large', TOO_LARGE, null) };
  try {
    const bytes = await snapshot.read();
    if (bytes === undefined) return undefined;
    if (snapshot.isMixed && !looksLikeSnapshot(bytes)) return { ...record, isSnapshot: false };
    const result = await options.parse(bytes);
    if (result.ok) return { ...record, capture: { bytes: fingerprint(bytes), article: result.article, at } };
    const { code, message, line } = result.error;
    return { ...record, refusal: refuse(code, message, line) };
  } catch (error) {
    // Granting a permission changes neither size nor time, so such a file is tried again at every sync.
    if (error instanceof UnreadableFile)
      return { ...record, mtimeMs: -1, refusal: refuse('unreadable', error.message, null) };
    return { ...record, refusal: toInternalError(error, options.now()) };
  }
}

const TOO_LARGE = 'The file is over 20 MB. Split it, or remove what is not the article.';
