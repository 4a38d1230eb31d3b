import { deliveryQueueContract } from '../contracts/delivery-queue.ts';
import { createFakeDeliveryQueue } from './delivery-queue.ts';

deliveryQueueContract(async () => createFakeDeliveryQueue());
