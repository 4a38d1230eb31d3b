import { beforeEach, describe, expect, it } from 'vitest';
import { readQuery } from '../../src/library/query.ts';
import type { LibraryStore, QueryWord } from '../../src/library/store.ts';
import { captured } from './library-store.ts';

/** What every store of a library promises of the words that its articles share. */
export function libraryWordsContract(create: () => LibraryStore | Promise<LibraryStore>): void {
  const wordsOf = async (typed: string): Promise<QueryWord[]> =>
    (await Promise.all(typed.split(' ').map(readQuery))).flat();
  let store: LibraryStore;
  beforeEach(async () => {
    store = await create();
    const told = [
      ['海峡两岸的对话', '新任总统拜登谈到台湾问题。'],
      ['臺灣的選舉', '選民在週六投票。'],
      ['Café society', 'Biden spoke.'],
    ] as const;
    await store.save(
      told.map(([title, text], at) =>
        captured(`${at}`, { url: `https://example.org/${at}`, title, sections: [[null, text]] }),
      ),
    );
  });

  describe('words that articles share', () => {
    it('have document frequencies', async () => {
      expect(await store.documentFrequencies(await wordsOf('台湾 biden zebra'))).toEqual({
        total: 3,
        counts: [2, 1, 0],
      });
      expect(await store.documentFrequencies([])).toEqual({ total: 3, counts: [] });
    });

    it('find the articles with two or more of them', async () => {
      const alike = async (typed: string, limit = 5) =>
        (await store.similar(await wordsOf(typed), limit)).map(({ title }) => title);
      expect(await alike('台湾 拜登 zebra')).toEqual(['海峡两岸的对话']);
      expect((await alike('台湾 拜登 选举')).toSorted()).toEqual(['海峡两岸的对话', '臺灣的選舉'].toSorted());
      expect(await alike('台湾 拜登 选举', 1)).toHaveLength(1);
      expect(await alike('台湾')).toEqual([]);
      expect(await alike('" OR')).toEqual([]);
    });
  });
}
