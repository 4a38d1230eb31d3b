import { type ExchangeShare, type RateRow, SHARE_LEASE_MS, shareOf } from '../shared/rate-share.ts';
import type { Database, Queries } from './database.ts';

/** Creates the exchange of shares of a rate, such as that of a bot. */
export function createShareExchange(database: Database, name: string): ExchangeShare {
  return ({ total, need }) =>
    database.transaction(async (queries) => {
      await queries.row(`SELECT pg_advisory_xact_lock(hashtextextended('rate ' || current_schema() || $1, 0))`, name);
      await queries.run('DELETE FROM rate_shares WHERE name = $1 AND lease_until <= clock_timestamp()', name);
      const sql =
        'SELECT instance AS id, wants, share FROM rate_shares WHERE name = $1 AND instance <> $2 ORDER BY instance';
      const others = await queries.rows<RateRow>(sql, name, need.id);
      const { target, share } = shareOf(need, others, total);
      await keepShare(queries, name, { ...need, share });
      return { target, share };
    });
}

async function keepShare(queries: Queries, name: string, { id, share, wants }: RateRow): Promise<void> {
  const sql = `INSERT INTO rate_shares (name, instance, share, wants, lease_until)
    VALUES ($1, $2, $3, $4, clock_timestamp() + interval '${SHARE_LEASE_MS} milliseconds')
    ON CONFLICT (name, instance) DO UPDATE
    SET share = excluded.share, wants = excluded.wants, lease_until = excluded.lease_until`;
  await queries.run(sql, name, id, share, wants);
}
