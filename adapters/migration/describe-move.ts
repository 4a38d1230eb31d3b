import { ROW_KINDS, type RowKind } from '../shared/store-rows.ts';
import type { MoveProgress, RowTally } from './move-rows.ts';

const NAMES: Readonly<Record<RowKind, string>> = {
  version: 'versions of articles',
  versionFile: 'files of versions',
  file: 'files',
  refusal: 'refused files',
  article: 'articles',
  update: 'changed articles',
  backfilled: 'older articles of feeds',
  position: 'position in the library',
  state: 'remembered values',
  settings: 'chats with settings',
  subscription: 'subscriptions',
  feed: 'feeds',
  follower: 'followers of feeds',
  entry: 'entries of feeds',
  delivery: 'deliveries',
};

const VERBS = { copying: 'Copying', comparing: 'Comparing' } as const;

/** One line for the progress of a migration. */
export function describeProgress({ step, kind, done, total }: MoveProgress): string {
  const amount = step === 'copying' ? `${toText(done)} of ${toText(total)}` : toText(total);
  return `${VERBS[step]} ${NAMES[kind]}: ${amount}`;
}

/** What was moved, and what to do next. */
export function describeMove(tally: RowTally, { from, to }: { from: string; to: string }): string {
  const found = ROW_KINDS.filter((kind) => kind !== 'position' && tally[kind] > 0);
  const lines = found.map((kind) => `  ${NAMES[kind]}: ${toText(tally[kind])}`);
  return `Moved ${from} to ${to}, and compared each row:
${lines.join('\n')}
Set STORE_URL to the address after --to, then start. Keep ${from}, but start nothing with it: it would send the same digests again.
`;
}

function toText(count: number): string {
  return count.toLocaleString('en');
}
