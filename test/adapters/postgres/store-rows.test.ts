import { describe } from 'vitest';
import { storeRowsContract } from '../../contracts/store-rows.ts';
import { skipWithoutPostgres, temporarySchema } from '../../fixtures/postgres.ts';

describe('the rows of a database', () => {
  skipWithoutPostgres();

  storeRowsContract(async () => ({ scheme: 'postgres', location: await temporarySchema(), label: 'database' }));
});
