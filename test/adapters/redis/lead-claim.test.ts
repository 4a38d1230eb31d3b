import { beforeEach, describe, expect, it } from 'vitest';
import { createClaim } from '../../../adapters/redis/lead-claim.ts';
import { leads, resetLeading, startLeading, waits } from '../../contracts/leading.ts';
import { redisDatabase, redisServer, temporaryStore } from '../../fixtures/redis.ts';

const LEASE_MS = 3000;
let address: string;

const start = (name: string) => startLeading(name, async (task) => createClaim(redisDatabase(address), task, LEASE_MS));

describe('leading by a lease', () => {
  redisServer.skipWithout();
  beforeEach(async () => {
    resetLeading();
    address = await temporaryStore();
  });

  it('goes on after a cut connection', async () => {
    const { reported } = start('one');
    await leads('one');
    start('two');
    for (let cut = 0; cut === 0; ) cut = await redisServer.cut(address);
    await waits('two');
    await leads('one');
    expect(reported).toEqual([]);
  });

  it('ends when the lease is gone, and another process may begin', async () => {
    const { reported } = start('one');
    await leads('one');
    const database = redisDatabase(address);
    await database.call('SET', database.key('lead:poll'), 'somebody else');
    await leads();
    await database.call('DEL', database.key('lead:poll'));
    await leads('one');
    expect(reported).toEqual([]);
  });
});
