import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../adapters/postgres/database.ts';
import { findRisks } from '../../../adapters/postgres/find-risks.ts';
import { POSTGRES_URL, postgresServer, queryPostgres } from '../../fixtures/postgres.ts';

/** What the server would say. */
const saying = (counted: object) => ({ row: async <Row>() => counted as Row });

describe('the connections of processes on PostgreSQL', () => {
  it.each([
    ['fit', { most: 100, others: 3, processes: 5 }, []],
    ['do not fit', { most: 100, others: 3, processes: 6 }, [{ needed: 101 }]],
    ['do not fit beside those of others', { most: 100, others: 88, processes: 0 }, [{ needed: 102 }]],
  ])('%s', async (_case, counted, expected) => {
    expect(await findRisks(saying(counted))).toMatchObject(expected);
  });

  describe('on a server', () => {
    postgresServer.skipWithout();

    it('are counted against what it permits, with those of other databases and the reserved ones', async () => {
      const address = await postgresServer.create();
      await postgresServer.open(address);
      await postgresServer.open(address);
      const elsewhere = new URL(POSTGRES_URL);
      elsewhere.pathname = '/postgres';
      const [other, database] = [await openDatabase(elsewhere.href, 'other'), await openDatabase(address, 'test')];
      await other.row('SELECT 1');
      // So many processes that they never fit.
      await database.run(
        `INSERT INTO instances SELECT g::text, 'test', clock_timestamp() + interval '1 hour' FROM generate_series(1, 1000) g`,
      );
      const [risk] = await findRisks(database);
      await Promise.all([other.close(), database.close()]);
      const [{ permitted } = { permitted: '' }] = await queryPostgres<{ permitted: string }>(
        `SELECT current_setting('max_connections') AS permitted`,
      );
      expect(risk).toMatchObject({ most: Number(permitted), processes: 1002 });
      expect(risk?.others).toBeGreaterThan(3);
    });
  });
});
