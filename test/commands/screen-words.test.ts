import { describe, expect, it } from 'vitest';
import { readTyped } from '../../src/arguments/read-typed.ts';
import type { Article } from '../../src/article/article.ts';
import type { Language } from '../../src/locales/languages.ts';
import { renderPlainText } from '../../src/view/plain-text.ts';
import { huge as diary, strait as ferry, bus as nightBus, short as tea } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';

const many: readonly Article[] = Array.from({ length: 23 }, (_, at) => ({
  ...tea,
  id: `teaaaaa${String(at).padStart(2, '0')}`,
  title: `Tea ${at + 1}`,
}));

/** The first line of each answer to lines typed as they are, with or without a slash. */
async function titles(lines: readonly string[], language: Language = 'en') {
  const { dispatch } = createTalk({ language });
  const answers: string[] = [];
  for (const line of lines) {
    const typed = readTyped(line);
    if (typed === undefined) continue;
    const view = await dispatch({ ...typed, language, in: { platform: 'test', chat: 'one' }, by: 'ada' });
    answers.push(renderPlainText(view, { colour: false, language }).text.split('\n')[0] ?? '');
  }
  return answers;
}

describe('what is on the screen', () => {
  it('has a last section for /section, and sites for /sources', async () => {
    const [, last, sources] = await titles(['/article 1', '/section last', '/sources']);
    expect([last, sources]).toEqual([expect.stringContaining(ferry.sections.at(-1)?.title ?? '?'), 'Newest articles']);
  });

  it.each(['the one about the night bus', 'the story on night bus'])('can be opened as %s', async (words) => {
    expect(await titles([`/article ${words}`])).toEqual([nightBus.title]);
  });

  it.each([
    ['en', ['next section', 'next', 'previous', 'back', 'last section', 'contents']],
    ['zh-CN', ['下一节', '下一节', '上一节', '返回', '最后一节', '目录']],
    ['zh-TW', ['下一節', '下一節', '上一節', '返回', '最後一節', '目錄']],
  ] as const)('can be typed to walk through an article in %s', async (language, words) => {
    const [card, ...walk] = await titles(['/article 1', '/section 1', ...words], language);
    const at = walk.map(
      (title) => ferry.sections.find((section) => section.title && title.includes(section.title))?.number,
    );
    expect(card).toBe(ferry.title);
    expect(at).toEqual([1, 2, 3, 2, undefined, 3, undefined]);
    expect([walk[4], walk[6]]).toEqual([ferry.title, ferry.title]);
  });

  it.each([
    ['en', ['show me more', 'next page', 'previous page', '/articles next', 'go to page 3', 'p2']],
    ['zh-CN', ['更多', '下一页', '上一页', '/articles 下一页', '第三页', '第2页']],
    ['zh-TW', ['更多', '下一頁', '上一頁', '/articles 下一頁', '第三頁', '跳到第2頁']],
  ] as const)('can be typed to walk through a list in %s', async (language, words) => {
    const { dispatch } = createTalk({ language, articles: many });
    const firsts: (number | undefined)[] = [];
    for (const line of ['/articles', ...words]) {
      const typed = readTyped(line);
      if (typed === undefined) continue;
      const view = await dispatch({ ...typed, language, in: { platform: 'test', chat: 'one' }, by: 'ada' });
      firsts.push(view.list?.first);
    }
    expect(firsts).toEqual([1, 11, 21, 11, 21, 21, 11]);
  });

  it('can be counted from either end, and read on', async () => {
    expect(await titles(['/articles', 'the third one', '/articles', 'the last one', 'back to contents'])).toEqual([
      'Newest articles',
      nightBus.title,
      'Newest articles',
      diary.title,
      diary.title,
    ]);
    expect((await titles(['/article 1', 'read on']))[1]).toContain('› Opening');
  });

  it('can be typed as its label, as the text, or as the original', async () => {
    expect(await titles(['/article 3', 'Read from the start', 'original', 'full text', 'back', 'back'])).toEqual([
      nightBus.title,
      `${nightBus.title} › Opening`,
      nightBus.title,
      `${nightBus.title} › Opening`,
      nightBus.title,
      'There is nothing more in that direction. Open an article by its number, or a list, then type “next” or “back”.',
    ]);
  });

  it('can be the list that an article was opened from, and its neighbours', async () => {
    expect(await titles(['/articles', '2', 'next article', '上一篇', 'back'])).toEqual([
      'Newest articles',
      tea.title,
      nightBus.title,
      tea.title,
      'Newest articles',
    ]);
  });

  it('can be named by numerals and by “latest” and “last”', async () => {
    expect(await titles(['/article 二', '/article 最新', '/article latest', '/section 1 最后', '第二节'])).toEqual([
      tea.title,
      ferry.title,
      ferry.title,
      expect.stringContaining(ferry.sections[3]?.title ?? ''),
      expect.stringContaining(ferry.sections[2]?.title ?? ''),
    ]);
  });

  it('says so where nothing leads on, and searches for other words', async () => {
    expect(await titles(['下一页', 'next bus'], 'zh-CN')).toEqual([
      '那边没有更多内容了。先输入编号打开文章，或打开列表，再输入“下一页”或“返回”。',
      expect.stringContaining('next bus'),
    ]);
  });
});

describe('words for the next of what is on the screen', () => {
  it.each(['дальше', 'weiter', 'la suite', 'sonraki bölüm', '次へ', '다음', 'tiếp theo'])(
    'are known: %s',
    async (words) => {
      const [, , next] = await titles(['/article 3', '/section 1', words]);
      expect(next).toContain('Passengers');
    },
  );
});

describe('words for the buttons of an answer without articles', () => {
  const sport = '/subscribe sport 9:00';

  it.each([
    ['en', 'undo'],
    ['en', 'Please undo that!'],
    ['en', 'rückgängig machen'],
    ['zh-CN', '撤销'],
    ['zh-TW', '復原'],
  ] as const)('take back what it did in %s: %s', async (language, words) => {
    const [, removed, restored] = await titles([sport, '/unsubscribe', words], language);
    const [, , pressed] = await titles([sport, '/unsubscribe', '/restore #aaaaa1'], language);
    expect(removed).toContain('sport');
    expect(restored).toBe(pressed);
  });

  it('say that there is nothing to take back once something else was answered', async () => {
    const nothing = 'My last answer has nothing to undo.';
    expect((await titles(['undo']))[0]).toBe(nothing);
    expect((await titles([sport, '/unsubscribe', '/help', 'undo'])).at(-1)).toBe(nothing);
    expect((await titles([sport, '/unsubscribe', '/articles', 'undo'])).at(-1)).toBe(nothing);
  });

  it.each(['yes', 'Ja, bitte', 'да', 'はい', '好的'])('press what was offered: %s', async (words) => {
    const { ask, subscriptions } = createTalk();
    await ask('rice', { words: 'send me rice every morning' });
    await ask('yes', { words });
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ selection: { topics: ['rice'] } });
    expect(JSON.stringify(await ask('yes', { words }))).not.toContain('Subscribed');
  });

  it('press those of a question, and leave the way on through an article', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe fridays at 5');
    await ask('17:00', { words: '17:00' });
    expect((await subscriptions.get('aaaaa1'))?.schedule).toMatchObject({ times: ['17:00'], days: [5] });
    const [, , , next] = await titles(['/article 3', '/section 1', '/help', 'next']);
    expect(next).toContain('Passengers');
  });

  it('are those of the person, in a group with others', async () => {
    const { say } = createTalk();
    await say('/articles');
    await say('/help', { by: 'bob' });
    expect(await say('/article 1', { by: 'bob' })).toContain(ferry.title);
  });
});
