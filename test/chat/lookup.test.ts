import { describe, expect, it } from 'vitest';
import { articleNamed, isAddress } from '../../src/chat/lookup.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { articles } from '../fixtures/articles.ts';

const library = createFakeLibrary(articles);

describe('a name of an article', () => {
  it.each([
    ['strait001', 'strait001'],
    ['Strait001', 'strait001'],
    ['https://news.example.org/strait-ferry', 'strait001'],
    ['unknown99', undefined],
    ['https://news.example.org/unknown', undefined],
  ])('is an id or an address: %s', async (typed, id) => {
    expect((await articleNamed(typed, library))?.id).toBe(id);
  });

  it('is not asked for where it can be none', async () => {
    const asked: string[] = [];
    const article = async (id: string) => {
      asked.push(id);
      return undefined;
    };
    for (const typed of ['', 'short', '台湾问题八个字的词', 'two words', 'a-dash-1', '01234567890']) {
      expect(await articleNamed(typed, { article, articleAt: library.articleAt })).toBeUndefined();
    }
    expect(asked).toEqual([]);
  });

  it.each([
    ['https://example.org', true],
    ['HTTP://example.org', true],
    ['example.org', false],
    ['ftp://example.org', false],
    ['see https://example.org', false],
  ])('is an address or not: %s', (typed, address) => {
    expect(isAddress(typed)).toBe(address);
  });
});
