import { describe, expect, it } from 'vitest';
import { explain } from '../../src/delivery/explain.ts';
import type { Arrivals } from '../../src/library/arrivals.ts';
import type { ArticleEntry } from '../../src/library/entry.ts';
import { toEntry } from '../fakes/library.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { strait } from '../fixtures/articles.ts';

const ENTRY: ArticleEntry = toEntry(strait);
const CREATED = '2024-05-01T00:00:00.000Z';

/** One article, that came at 2 and was changed at 5. */
const arrivals: Arrivals = {
  position: async () => 9,
  async between({ after, upTo, withUpdates = false }) {
    const came = after < 2 && upTo >= 2;
    const changed = withUpdates && after < 5 && upTo >= 5;
    const entries = came || changed ? [ENTRY] : [];
    return { total: entries.length, entries };
  },
};

const asked = { article: strait, addedAt: new Date('2024-04-01T00:00:00Z'), arrivals };
const delivery = { attempts: 0, view: null, confirmedParts: [], failureReason: null, addedAt: CREATED };

describe('an article that was changed', () => {
  const wanted = makeSubscription({ withUpdates: true, position: 7, createdAt: CREATED });

  it('was in the digest with the change', async () => {
    const edition = makeEdition('aaaaaa@noon', { after: 4, upTo: 7, withUpdates: true });
    const deliveries = [{ ...delivery, edition, outcome: 'sent', endedAt: CREATED } as const];
    expect(await explain(wanted, { ...asked, deliveries })).toMatchObject({ kind: 'in', delivery: { edition } });
    const without = [{ ...delivery, edition: { ...edition, withUpdates: false } }];
    expect(await explain(wanted, { ...asked, deliveries: without })).toEqual({ kind: 'before' });
  });

  it('comes with the next digest if none had it yet', async () => {
    const earlier = { ...wanted, position: 4 };
    expect(await explain(earlier, { ...asked, deliveries: [] })).toEqual({ kind: 'next' });
    expect(await explain({ ...earlier, withUpdates: false }, { ...asked, deliveries: [] })).toEqual({ kind: 'before' });
  });
});

it('says that an article was old already when its feed was first read', async () => {
  const backfill: Arrivals = {
    position: async () => 9,
    between: async ({ withBackfill }) => (withBackfill ? { total: 1, entries: [ENTRY] } : { total: 0, entries: [] }),
  };
  const subscription = makeSubscription({ position: 1, createdAt: CREATED });
  expect(await explain(subscription, { ...asked, arrivals: backfill, deliveries: [] })).toEqual({ kind: 'backfill' });
});
