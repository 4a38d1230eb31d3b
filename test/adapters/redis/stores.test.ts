import { sharedStoresContract } from '../../contracts/shared-stores.ts';
import { redisServer } from '../../fixtures/redis.ts';

sharedStoresContract(redisServer);
