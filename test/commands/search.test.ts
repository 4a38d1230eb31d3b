import { describe, expect, it } from 'vitest';
import { bus } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

describe('/search', () => {
  it('opens the section that matched', async () => {
    const { ask } = createTalk();
    expect(buttonsOf(await ask('/search 雷达'))).toEqual([
      ['1 海峡渡轮复航：两岸码头在等什么', '/section strait001 2'],
    ]);
    expect((await ask('/article 1')).about).toEqual({ article: 'strait001' });
  });

  it('shows the best ten, and says that there may be more', async () => {
    const few = Array.from({ length: 10 }, (_, n) => ({ ...bus, id: `night${n}00`, url: `https://example.org/${n}` }));
    const more = [...few, { ...bus, id: 'night9999' }];
    expect(await createTalk({ articles: few }).say('/search depot')).toContain('“depot”\n10 articles');
    expect(await createTalk({ articles: more }).say('/search depot')).toContain('“depot”\nBest 10 matches');
  });

  it('says so if there are no articles at all, and blames no words', async () => {
    expect(await createTalk({ articles: [] }).say('/search depot')).toBe('There are no articles yet.\n\n[1] Help');
  });

  it('searches for the whole text, with numbers and quotes', async () => {
    expect(await createTalk().say('/search route 40 "depot" 2')).toContain('“route 40 "depot" 2”');
  });

  it.each([
    ['en', '/search needs one more thing: Words to search for. Try /search night bus'],
    ['zh-CN', '/搜索 后面还缺一项：要搜索的词，例如 /搜索 台湾'],
    ['zh-TW', '/搜尋 後面還缺一項：要搜尋的字詞，例如 /搜尋 台灣'],
  ] as const)('asks for words in %s, with an example', async (language, said) => {
    expect(await createTalk({ language }).say('/search')).toBe(said);
  });
});
