import { instancesContract } from '../../contracts/instances.ts';
import { leadingContract } from '../../contracts/leading.ts';
import { sharedRateContract } from '../../contracts/shared-rate.ts';
import { redisServer } from '../../fixtures/redis.ts';

instancesContract(redisServer);
leadingContract(redisServer);
sharedRateContract(redisServer);
