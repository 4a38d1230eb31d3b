import { sharedRateContract } from '../../contracts/shared-rate.ts';
import { redisState, skipWithoutRedis, temporaryStore, withLibrary } from '../../fixtures/redis.ts';

sharedRateContract({
  skipWithout: skipWithoutRedis,
  create: temporaryStore,
  open: async (url) => await redisState(await withLibrary(url)),
});
