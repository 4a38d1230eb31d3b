import { StoreError } from '../../src/library/store-error.ts';
import { storeError } from '../shared/store-failure.ts';
import { ROW_KINDS, type RowKind, type StoreRows } from '../shared/store-rows.ts';
import { summarizeTable } from './compare-rows.ts';
import { type CopyPosition, copyRows, isExpired } from './copy-rows.ts';

/** How many rows of each kind both stores have, after they were compared. */
export type RowTally = Readonly<Record<RowKind, number>>;

/** A step of a migration, as often as there is news. */
export interface MoveProgress {
  step: 'copying' | 'comparing';
  kind: RowKind;
  done: number;
  total: number;
}

export interface MoveOptions {
  from: StoreRows;
  to: StoreRows;
  now(): Date;
  onProgress(progress: MoveProgress): void;
  /** Ends it early with `MoveStopped`. */
  signal: AbortSignal;
}

/** Somebody stopped a migration; the next call continues. */
export class MoveStopped extends Error {
  override readonly name = 'MoveStopped';
}

/** In the notes of the target, until it has everything. */
export const UNFINISHED = 'unfinished';
/** In the notes of the target, since it has everything. */
const FINISHED = 'finished';

interface Note {
  from: string;
  position?: CopyPosition;
}

/** What expires soon may be gone in one of two stores already. */
const SOON_MS = 3_600_000;

/**
 * Moves all rows to an empty store, and compares every row. Continues where a move from the same store was interrupted.
 * Rejects with `StoreError`, and changes nothing, if the target is not empty or a process uses one of the stores.
 */
export async function moveRows(options: MoveOptions): Promise<RowTally> {
  const { from, to } = options;
  if (from.identity === to.identity) throw storeError('same-store', to.label);
  await from.lock();
  await to.lock();
  const totals = await countRows(from);
  if (Object.values(totals).every((total) => total === 0)) throw storeError('no-state', from.label);
  const note = await to.notes.get<Note>(UNFINISHED);
  if (note !== undefined && note.from !== from.identity) throw storeError('other-migration', to.label);
  if (note === undefined && Object.values(await countRows(to)).some((total) => total > 0))
    return await compareFinished(options, totals);
  let tally = note && (await continueMove(options, totals, note));
  if (tally === undefined) {
    // Nothing was copied yet, or the source was used in between.
    if (note !== undefined) await to.clear();
    await copy(options, totals);
    tally = await compare(options, totals);
  }
  if (tally === undefined) throw storeError('differs', to.label);
  await to.notes.set<Note>(FINISHED, { from: from.identity });
  await to.notes.delete(UNFINISHED);
  return tally;
}

/** Undefined if what was copied before is not what the source has now. */
async function continueMove(options: MoveOptions, totals: RowTally, note: Note): Promise<RowTally | undefined> {
  try {
    await copy(options, totals, note.position);
  } catch (error) {
    if (error instanceof StoreError || error instanceof MoveStopped) throw error;
    // Such as a row whose id another row has in the target. If it was anything else, it will happen again.
    return undefined;
  }
  return await compare(options, totals);
}

/** A move may be interrupted after its last change, before it says so. */
async function compareFinished(options: MoveOptions, totals: RowTally): Promise<RowTally> {
  const { from, to } = options;
  const finished = await to.notes.get<Note>(FINISHED);
  const tally = finished?.from === from.identity ? await compare(options, totals) : undefined;
  if (tally === undefined) throw storeError('not-empty', to.label);
  return tally;
}

async function countRows({ tables }: Pick<StoreRows, 'tables'>): Promise<RowTally> {
  const counted: Partial<Record<RowKind, number>> = {};
  for (const kind of ROW_KINDS) counted[kind] = await tables[kind].count();
  return counted as RowTally;
}

async function copy(
  { from, to, now, onProgress, signal }: MoveOptions,
  totals: RowTally,
  start?: CopyPosition,
): Promise<void> {
  const note = (position?: CopyPosition) =>
    to.notes.set<Note>(UNFINISHED, { from: from.identity, ...(position !== undefined && { position }) });
  await note(start);
  let [kind, done]: [RowKind | undefined, number] = [undefined, 0];
  await copyRows({
    from,
    to,
    start,
    now: now(),
    async onPage(position, rows) {
      await note(position);
      if (signal.aborted) throw new MoveStopped();
      done = (kind === position.kind ? done : 0) + rows;
      kind = position.kind;
      onProgress({ step: 'copying', kind, done, total: totals[kind] });
    },
  });
  await to.finish();
}

/** The number of rows of each kind; undefined if the stores differ. */
async function compare(
  { from, to, now, onProgress, signal }: MoveOptions,
  totals: RowTally,
): Promise<RowTally | undefined> {
  const soon = new Date(now().getTime() + SOON_MS);
  const tally: Partial<Record<RowKind, number>> = {};
  for (const kind of ROW_KINDS) {
    if (signal.aborted) throw new MoveStopped();
    onProgress({ step: 'comparing', kind, done: 0, total: totals[kind] });
    const wanted = await summarizeTable(from.tables[kind], (row) => !isExpired(row, soon));
    const found = await summarizeTable(to.tables[kind], (row) => !isExpired(row, soon));
    if (wanted.count !== found.count || wanted.digest !== found.digest) return undefined;
    tally[kind] = found.count;
  }
  return tally as RowTally;
}
