import { sharedStoresContract } from '../../contracts/shared-stores.ts';
import { postgresServer } from '../../fixtures/postgres.ts';

sharedStoresContract(postgresServer);
