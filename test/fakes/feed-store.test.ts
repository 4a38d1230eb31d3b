import { describe } from 'vitest';
import { feedStoreContract } from '../contracts/feed-store.ts';
import { createFakeFeedStore } from './feed-store.ts';

describe('the fake feed store', () => {
  feedStoreContract(async () => createFakeFeedStore());
});
