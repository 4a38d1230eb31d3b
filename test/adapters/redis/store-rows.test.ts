import { describe } from 'vitest';
import { storeRowsContract } from '../../contracts/store-rows.ts';
import { skipWithoutRedis, temporaryStore } from '../../fixtures/redis.ts';

describe('the rows of a Redis server', () => {
  skipWithoutRedis();

  storeRowsContract(async () => ({ scheme: 'redis', location: await temporaryStore(), label: 'server' }));
});
