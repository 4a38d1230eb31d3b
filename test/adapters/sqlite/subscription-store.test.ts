import { subscriptionStoreContract } from '../../contracts/subscription-store.ts';
import { temporaryState } from '../../fixtures/open-state.ts';

subscriptionStoreContract(async () => (await temporaryState()).subscriptions);
