import { describe, expect, it } from 'vitest';
import { askForArticle, findArticle } from '../../../src/arguments/find/find-article.ts';
import type { Lookup } from '../../../src/chat/lookup.ts';
import { bus } from '../../fixtures/articles.ts';
import { createLookup, refusal } from '../../fixtures/lookup.ts';

const asking = { command: 'try', rest: undefined };
const newest = ['strait001', 'short0002', 'nightbus3', 'library04', 'huge00005'].map((id) => `/try ${id}`);

async function find(typed: string, lookup: Lookup = createLookup()): Promise<string> {
  return (await findArticle(typed, lookup, asking)).id;
}

function told(typed: string, lookup: Lookup = createLookup(), rest?: string) {
  return refusal(() => findArticle(typed, lookup, { command: 'try', rest }));
}

describe('an article', () => {
  it.each([
    ['its id', 'strait001'],
    ['its id in capitals', 'STRAIT001'],
    ['its address', 'https://news.example.org/strait-ferry'],
    ['its address in another spelling', 'https://news.example.org/strait-ferry/'],
    ['its title', '海峡渡轮复航：两岸码头在等什么'],
    ['words of its text', '雷达'],
    ['its place among the newest', '1'],
    ['its place, in Chinese', '第一篇'],
  ])('is found by %s', async (_how, typed) => {
    expect(await find(typed)).toBe('strait001');
  });

  it('is found by its number in the last list only', async () => {
    const shown = { list: { of: 'search x', articles: { 7: 'nightbus3' } } };
    expect(await find('7', createLookup({ shown }))).toBe('nightbus3');
    expect(await told('1', createLookup({ shown }))).toMatchObject({
      message: 'The last list has no number 1. These are the newest articles:',
      presses: newest,
    });
  });

  it('is found by its full title if other titles contain it', async () => {
    const titles = ['渡口', '渡口日记', '渡口 夜话'];
    const articles = titles.map((title, n) => ({ ...bus, id: `ferry000${n}`, url: `https://example.org/${n}`, title }));
    expect(await find(' 渡口 ', createLookup({ articles }))).toBe('ferry0000');
    expect((await told('口', createLookup({ articles }))).presses).toHaveLength(3);
  });

  it.each([
    ['zebra', 'I found no article for “zebra”. These are the newest:'],
    ['0', 'There is no article 0. I have 5, and these are the newest:'],
    ['99', 'There is no article 99. I have 5, and these are the newest:'],
  ])('is chosen from the newest if none matches: %s', async (typed, message) => {
    expect(await told(typed)).toMatchObject({ message, presses: newest });
  });

  it('is chosen from the newest if its address is unknown, or its site is followed', async () => {
    expect(await told('https://example.org/nope')).toMatchObject({
      message: 'I don’t have that article (https://example.org/nope). These are the newest:',
      presses: [...newest, '/follow https://example.org/nope'],
    });
  });

  it('is chosen from a numbered list if several match', async () => {
    expect(await told('台湾')).toEqual({
      message: '2 articles match “台湾”. Which one?',
      presses: ['/try strait001', '/try short0002'],
      list: { of: 'words 台湾', first: 1, articles: ['strait001', 'short0002'], titles: 'buttons' },
    });
  });

  it('is chosen from the best eight of many', async () => {
    const articles = Array.from({ length: 12 }, (_, n) => ({
      ...bus,
      id: `night${n}00`,
      url: `https://example.org/${n}`,
    }));
    const { message, presses } = await told('depot', createLookup({ articles }));
    expect(message).toBe('Many articles match “depot”. Is it one of these?');
    expect(presses).toHaveLength(8);
  });

  it('keeps the other arguments when it is chosen', async () => {
    expect((await told('台湾', createLookup(), '2')).presses).toEqual(['/try strait001 2', '/try short0002 2']);
  });

  it('is not found once it is removed', async () => {
    const library = { ...createLookup().library, article: async () => undefined };
    expect((await told('1', createLookup({ library }))).message).toMatch(/^I no longer have that article\./u);
  });

  it('is not offered if the library is empty', async () => {
    const empty = createLookup({ articles: [] });
    for (const typed of ['1', 'words']) {
      expect(await told(typed, empty)).toMatchObject({ message: 'There are no articles yet.', presses: [] });
    }
    expect((await refusal(() => askForArticle(empty, asking))).message).toBe('There are no articles yet.');
    expect(await refusal(() => askForArticle(createLookup(), asking))).toMatchObject({
      message: 'Which article?',
      presses: newest,
    });
  });
});
