import type { FewConnections } from '../../src/state.ts';
import { MAX_CONNECTIONS, type Queries } from './database.ts';
import { IS_ALIVE } from './instance-leases.ts';

/** Those that wait to lead: on Telegram, on Discord, in reading feeds, in editing digests. Each shard of Discord's takes one more. */
const LEADING = 4;
const PER_PROCESS = MAX_CONNECTIONS + LEADING;

const COUNT = `SELECT current_setting('max_connections')::int AS most,
  current_setting('superuser_reserved_connections')::int + coalesce(current_setting('reserved_connections', true)::int, 0)
    + (SELECT count(*) FROM pg_stat_activity WHERE datname <> current_database()) AS others,
  (SELECT count(*) FROM instances WHERE ${IS_ALIVE}) AS processes`;

/** Whether the connections of one more process would not fit, by what the server permits and what others have opened. */
export async function findRisks(queries: Pick<Queries, 'row'>): Promise<FewConnections[]> {
  const { most = 0, others = 0, processes = 0 } = (await queries.row<Partial<FewConnections>>(COUNT)) ?? {};
  const needed = others + (processes + 1) * PER_PROCESS;
  return needed > most ? [{ most, others, processes, each: PER_PROCESS, needed }] : [];
}
