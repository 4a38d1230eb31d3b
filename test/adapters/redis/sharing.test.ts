import { instancesContract } from '../../contracts/instances.ts';
import { leadingContract } from '../../contracts/leading.ts';
import { sharedRateContract, shareExchangeContract } from '../../contracts/shared-rate.ts';
import { redisServer } from '../../fixtures/redis.ts';

instancesContract(redisServer);
leadingContract(redisServer);
shareExchangeContract(redisServer);
sharedRateContract(redisServer);
