import { instancesContract } from '../../contracts/instances.ts';
import { leadingContract } from '../../contracts/leading.ts';
import { sharedRateContract, shareExchangeContract } from '../../contracts/shared-rate.ts';
import { postgresServer } from '../../fixtures/postgres.ts';

instancesContract(postgresServer);
leadingContract(postgresServer);
shareExchangeContract(postgresServer);
sharedRateContract(postgresServer);
