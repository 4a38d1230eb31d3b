import { subscriptionStoreContract } from '../contracts/subscription-store.ts';
import { createFakeSubscriptionStore } from './subscription-store.ts';

subscriptionStoreContract(async () => createFakeSubscriptionStore());
