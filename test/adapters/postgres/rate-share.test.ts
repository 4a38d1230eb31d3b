import { sharedRateContract } from '../../contracts/shared-rate.ts';
import { postgresState, skipWithoutPostgres, temporarySchema } from '../../fixtures/postgres.ts';

sharedRateContract({ skipWithout: skipWithoutPostgres, create: temporarySchema, open: (url) => postgresState(url) });
