import { afterEach, describe, vi } from 'vitest';
import type { SharedServer } from '../fixtures/shared-server.ts';
import { arrivalsContract } from './arrivals.ts';
import { deliveryQueueContract } from './delivery-queue.ts';
import { feedStoreContract } from './feed-store.ts';
import { libraryFilesContract } from './library-files.ts';
import { libraryStoreContract } from './library-store.ts';
import { libraryWordsContract } from './library-words.ts';
import { stateStoreContract } from './state-store.ts';
import { storeRowsContract } from './store-rows.ts';
import { subscriptionStoreContract } from './subscription-store.ts';

/** What all stores on a server must do. */
export function sharedStoresContract({ scheme, skipWithout, create, open }: SharedServer): void {
  describe('on a server', () => {
    skipWithout();
    afterEach(() => void vi.useRealTimers());

    describe('the notes', () => {
      stateStoreContract(async () => {
        const state = await open();
        vi.useFakeTimers({ toFake: ['Date'] });
        return {
          store: (namespace) => state.states(namespace),
          passMs: (ms) => vi.setSystemTime(Date.now() + ms),
          lose: () => state.close(),
        };
      });
    });
    describe('the rows', () => {
      storeRowsContract(async () => ({ scheme, location: await create(), label: 'server' }));
    });
    describe('the deliveries', () => {
      deliveryQueueContract(async () => (await open()).deliveries);
    });
    describe('the subscriptions', () => {
      subscriptionStoreContract(async () => (await open()).subscriptions);
    });
    describe('the feeds', () => {
      feedStoreContract(async () => (await open()).feeds);
    });
    const articles = async () => (await open()).articles;
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
}
