import { describe, expect, it } from 'vitest';
import { createAudience } from '../../src/locales/audience.ts';
import { languages } from '../../src/locales/languages.ts';
import { bus } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const many = Array.from({ length: 40 }, (_, n) => ({ ...bus, id: `night${n}00`, url: `https://example.com/${n}` }));

async function listed(typed: string, articles?: typeof many): Promise<readonly string[]> {
  const talk = createTalk(articles === undefined ? {} : { articles });
  return (await talk.ask(typed)).list?.articles ?? [];
}

describe('/digest', () => {
  it('covers the last 24 hours by default', async () => {
    expect(await listed('/digest')).toEqual(['strait001']);
    expect(await listed('/digest 3d')).toEqual(['strait001', 'short0002', 'nightbus3']);
    expect(await listed('/digest since 11月10日')).toEqual(['strait001', 'short0002', 'nightbus3', 'library04']);
    expect(await listed('/digest 今年')).toHaveLength(5);
  });

  it.each([
    '3d headlines',
    'headlines 3d',
    'last 3 days titles',
    '3天 标题',
    '标题 三天',
    '３天，标题',
    '这三天 仅标题',
  ])('takes time and style in any order: %s', async (typed) => {
    const { blocks } = await createTalk().ask(`/digest ${typed}`);
    expect(blocks.find((block) => block.kind === 'list')).toMatchObject({ items: { length: 3 } });
  });

  it('limits the articles, and says how many more there are', async () => {
    expect(await listed('/digest 1y headlines', many)).toHaveLength(30);
    expect(await listed('/digest 1y', many)).toHaveLength(10);
    expect(await listed('/digest 1y full', many)).toHaveLength(10);
    expect(await createTalk({ articles: many }).say('/digest 1y')).toContain('And 30 more articles.');
  });

  it.each([
    ['en', '/digest brief full', '“brief” and “full” don’t go together. Which one?'],
    ['zh-CN', '/文摘 简要 全部', '“简要”和“全部”只能选一个，要哪一个？'],
  ] as const)('asks in %s which of two styles is meant', async (language, typed, said) => {
    const { ask, say } = createTalk({ language });
    expect(await say(typed)).toContain(said);
    expect(buttonsOf(await ask(typed)).map(([, command]) => command)).toEqual(['/digest brief', '/digest full']);
  });

  it('opens everything of the same time', async () => {
    const { ask } = createTalk();
    const [, everything] = buttonsOf(await ask('/digest 3d')).at(-1) ?? [];
    expect(everything).toBe('/digest 2021-11-12T12:00:00Z full');
    expect((await ask(everything ?? '')).list?.articles).toEqual(await listed('/digest 3d'));
  });

  it.each([
    ['en', 'soon', 'I couldn’t read “soon” as a time. Try 24h, 3d, yesterday, or a date such as 2021-10-16.'],
    ['zh-CN', '很久以前', '看不懂“很久以前”是什么时候。可以输入 24h、3天、昨天，或日期，例如 2021-10-16。'],
    ['en', 'tomorrow', '“tomorrow” is in the future. Try a time in the past, such as 24h or yesterday.'],
    ['zh-TW', '2999-01-01', '「2999-01-01」還沒到。請輸入過去的時間，例如 24h 或昨天。'],
  ] as const)('says in %s what is wrong with “%s”', async (language, typed, said) => {
    expect(await createTalk({ language }).say(`/digest ${typed}`)).toBe(said);
  });

  it.each(languages)('accepts the examples of its help in %s', async (language) => {
    const { t } = createAudience(language, 'UTC');
    for (const example of t('examples.digest').split('\n')) {
      expect(await createTalk({ language }).say(example)).toMatch(
        new RegExp(`^(?:${t('digest.daily')}|${t('digest.title')}) · `, 'u'),
      );
    }
  });
});
