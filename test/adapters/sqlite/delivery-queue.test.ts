import { deliveryQueueContract } from '../../contracts/delivery-queue.ts';
import { temporaryState } from '../../fixtures/open-state.ts';

deliveryQueueContract(async () => (await temporaryState()).deliveries);
