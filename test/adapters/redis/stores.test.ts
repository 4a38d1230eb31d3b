import { describe } from 'vitest';
import { arrivalsContract } from '../../contracts/arrivals.ts';
import { deliveryQueueContract } from '../../contracts/delivery-queue.ts';
import { feedStoreContract } from '../../contracts/feed-store.ts';
import { libraryFilesContract } from '../../contracts/library-files.ts';
import { libraryStoreContract } from '../../contracts/library-store.ts';
import { libraryWordsContract } from '../../contracts/library-words.ts';
import { subscriptionStoreContract } from '../../contracts/subscription-store.ts';
import { redisState, skipWithoutRedis } from '../../fixtures/redis.ts';

describe('in Redis', () => {
  skipWithoutRedis();

  describe('the deliveries', () => {
    deliveryQueueContract(async () => (await redisState()).deliveries);
  });
  describe('the subscriptions', () => {
    subscriptionStoreContract(async () => (await redisState()).subscriptions);
  });
  describe('the feeds', () => {
    feedStoreContract(async () => (await redisState()).feeds);
  });
  const articles = async () => (await redisState()).articles;
  describe('the files', () => {
    libraryFilesContract(articles);
  });
  describe('the articles', () => {
    libraryStoreContract(articles);
  });
  describe('the words', () => {
    libraryWordsContract(articles);
  });
  describe('the positions', () => {
    arrivalsContract(articles);
  });
});
