import { type ExchangeShare, type RateRow, shareOf } from '../shared/rate-share.ts';
import type { Database } from './database.ts';
import { findLiving } from './find-living.ts';

const RATES = 'rates';

/** Creates the exchange of shares of a rate, such as that of a bot. */
export function createShareExchange(database: Database, name: string): ExchangeShare {
  return ({ total, need }) =>
    database.transaction(async (rows) => {
      const before = (await rows.get<{ shares: RateRow[] }>(RATES, name))?.shares ?? [];
      const others = before.filter(({ id }) => id !== need.id);
      const living = await findLiving(
        database,
        others.map(({ id }) => id),
      );
      const rest = others.filter(({ id }) => living.has(id));
      const { target, share } = shareOf(need, rest, total);
      rows.put(RATES, name, { row: { shares: [...rest, { ...need, share }] }, places: [] });
      return { target, share };
    });
}
