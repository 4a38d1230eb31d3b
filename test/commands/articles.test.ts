import { describe, expect, it } from 'vitest';
import { bus } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const many = Array.from({ length: 25 }, (_, n) => ({
  ...bus,
  id: `nightbus${n}`,
  url: `https://example.com/${n}`,
  title: `Night ${n}`,
  source: n % 5 === 0 ? 'other.example.com' : 'example.com',
}));

describe('/articles', () => {
  it('lists ten a page, newest first', async () => {
    const { ask } = createTalk({ articles: many });
    expect((await ask('/articles')).list?.articles).toHaveLength(10);
    expect((await ask('/articles 3')).list).toMatchObject({ first: 21, articles: { length: 5 } });
  });

  it.each(['/articles go to page 3', '/articles 翻到第三页', '/page 3'])(
    'finds a page before a list was shown: %s',
    async (typed) => {
      expect((await createTalk({ articles: many }).ask(typed)).list).toMatchObject({ first: 21 });
    },
  );

  it('offers a digest for a time in place of a site', async () => {
    const { ask } = createTalk({ articles: many });
    expect(buttonsOf(await ask('/articles from yesterday'))).toEqual([['Digest', '/digest yesterday']]);
    for (const typed of ['/articles other', '/articles latest from other', '/articles by other'])
      expect((await ask(typed)).list?.articles).toHaveLength(5);
  });

  it('opens an article of any shown page by its number', async () => {
    const { ask } = createTalk({ articles: many });
    await ask('/articles');
    await ask('/articles 2');
    expect((await ask('/article 12')).about).toEqual({ article: 'nightbus11' });
    expect((await ask('/article 3')).about).toEqual({ article: 'nightbus2' });
  });

  it.each(['other', 'OTHER.example.com', 'https://other.example.com/some/page'])(
    'lists one site, named as %s',
    async (typed) => {
      const { list } = await createTalk({ articles: many }).ask(`/articles ${typed}`);
      expect(list).toMatchObject({ of: 'articles other.example.com', articles: { length: 5 } });
    },
  );

  it('prefers the site with exactly this name', async () => {
    const { list } = await createTalk({ articles: many }).ask('/articles www.example.com 2');
    expect(list).toMatchObject({ of: 'articles example.com', first: 11 });
  });

  it('asks which site if several match, and lists them', async () => {
    const { ask, say } = createTalk({ articles: many });
    expect(buttonsOf(await ask('/articles exam'))).toEqual([
      ['other.example.com', '/articles other.example.com'],
      ['example.com', '/articles example.com'],
    ]);
    expect(await say('/articles exam')).toMatch(/^Several sites match “exam”\. Which one\?/u);
    expect(await say('/articles bbc')).toMatch(/^I have no articles from bbc\. These are the available sites:/u);
  });

  it.each([
    ['/articles page 2', 'The list ends at page 1.'],
    ['/articles 页2', 'The list ends at page 1.'],
    ['/articles example.com page 1', 'Newest from example.com'],
  ])('takes the word for a page as no site: %s', async (typed, said) => {
    expect(await createTalk().say(typed)).toContain(said);
  });

  it.each(['0', '-1', '1.5', '12345678'])('rejects the page %s', async (page) => {
    expect(await createTalk().say(`/articles ${page}`)).toBe(
      `I can’t use “${page}” as a number. Try a whole number from 1 up, such as 2.`,
    );
  });

  it('says so if there are no articles, also for a site', async () => {
    const { say } = createTalk({ articles: [] });
    expect([await say('/articles'), await say('/articles bbc')]).toEqual([
      'There are no articles yet.\n\n[1] Help',
      'There are no articles yet.',
    ]);
  });
});
