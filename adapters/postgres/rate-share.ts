import { type ExchangeShare, type RateRow, shareOf } from '../shared/rate-share.ts';
import type { Database, Queries } from './database.ts';
import { IS_ALIVE } from './instance-leases.ts';

/** Creates the exchange of shares of a rate, such as that of a bot. */
export function createShareExchange(database: Database, name: string): ExchangeShare {
  return ({ total, need }) =>
    database.transaction(async (queries) => {
      await queries.row(`SELECT pg_advisory_xact_lock(hashtextextended('rate ' || current_schema() || $1, 0))`, name);
      await queries.run(
        `DELETE FROM rate_shares WHERE name = $1 AND instance NOT IN (SELECT id FROM instances WHERE ${IS_ALIVE})`,
        name,
      );
      const sql =
        'SELECT instance AS id, wants, share FROM rate_shares WHERE name = $1 AND instance <> $2 ORDER BY instance';
      const others = await queries.rows<RateRow>(sql, name, need.id);
      const { target, share } = shareOf(need, others, total);
      await keepShare(queries, name, { ...need, share });
      return { target, share };
    });
}

async function keepShare(queries: Queries, name: string, { id, share, wants }: RateRow): Promise<void> {
  const sql = `INSERT INTO rate_shares VALUES ($1, $2, $3, $4)
    ON CONFLICT (name, instance) DO UPDATE SET share = excluded.share, wants = excluded.wants`;
  await queries.run(sql, name, id, share, wants);
}
