import { type ExchangeShare, type RateRow, SHARE_LEASE_MS, shareOf } from '../shared/rate-share.ts';
import type { Database } from './database.ts';

const RATES = 'rates';

/** A share, and until when it belongs to its instance, by the server's clock. */
interface LeasedRow extends RateRow {
  untilMs: number;
}

/** Creates the exchange of shares of a rate, such as that of a bot. */
export function createShareExchange(database: Database, name: string): ExchangeShare {
  return ({ total, need }) =>
    database.transaction(async (rows) => {
      const before = (await rows.get<{ shares: LeasedRow[] }>(RATES, name))?.shares ?? [];
      const [seconds, microseconds] = await database.call<[string, string]>('TIME');
      const now = Number(seconds) * 1000 + Number(microseconds) / 1000;
      const others = before.filter(({ id, untilMs }) => id !== need.id && untilMs > now);
      const { target, share } = shareOf(need, others, total);
      const mine: LeasedRow = { ...need, share, untilMs: now + SHARE_LEASE_MS };
      rows.put(RATES, name, { row: { shares: [...others, mine] }, places: [] });
      return { target, share };
    });
}
