import { afterEach, describe, expect, it, vi } from 'vitest';
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
    describe('maintenance', () => {
      it.each(['maintain', 'open'])('deletes what has expired, and nothing else: %s', async (when) => {
        const address = await create();
        const state = await open(address);
        const notes = state.states('chats');
        vi.useFakeTimers({ toFake: ['Date'] });
        const begin = Date.now();
        for (let at = 0; at < 501; at += 1) await notes.set(`short ${at}`, at, 1000);
        await notes.set('long', 'y', 1001);
        await notes.set('ever', 'z');
        vi.setSystemTime(begin + 1000);
        if (when === 'open') await open(address);
        else await state.maintain();
        // What were still there could be read again.
        vi.setSystemTime(begin);
        expect(await notes.readUnder('short')).toEqual([]);
        expect([await notes.get('long'), await notes.get('ever')]).toEqual(['y', 'z']);
      });

      it('rejects if the server cannot be used', async () => {
        const state = await open();
        await state.close();
        await expect(state.maintain()).rejects.toThrow(Error);
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
