import { describe, expect, it } from 'vitest';
import { describeMove, describeProgress } from '../../../adapters/migration/describe-move.ts';
import { ROW_KINDS } from '../../../adapters/shared/store-rows.ts';

describe('the progress of a move', () => {
  it('says how many rows are copied, and how many are compared', () => {
    const rows = { kind: 'delivery', done: 1500, total: 12_000 } as const;
    expect(describeProgress({ step: 'copying', ...rows })).toBe('Copying deliveries: 1,500 of 12,000');
    expect(describeProgress({ step: 'comparing', ...rows })).toBe('Comparing deliveries: 12,000');
  });
});

describe('a move that has ended', () => {
  const nothing = Object.fromEntries(ROW_KINDS.map((kind) => [kind, 0])) as Parameters<typeof describeMove>[0];

  it('lists what was moved, without what there was none of, and says what to do next', () => {
    const moved = { ...nothing, article: 1200, position: 1, subscription: 1 };
    expect(describeMove(moved, { from: 'state.sqlite', to: 'db.example' })).toBe(
      `Moved state.sqlite to db.example, and compared each row:
  articles: 1,200
  subscriptions: 1
Set STORE_URL to the address after --to, then start. Keep state.sqlite, but start nothing with it: it would send the same digests again.
`,
    );
  });
});
