import { describe, expect, it } from 'vitest';
import { createSavedArticles, MAX_SAVED } from '../../src/subscription/saved-articles.ts';
import { makeArticle } from '../fakes/article.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    makeArticle({ id: `many${String(at).padStart(5, '0')}`, title: `Story ${at}`, url: `https://x.example/${at}` }),
  );

describe('/save', () => {
  it('keeps an article in the list of the person who asks, in whatever chat', async () => {
    const { ask, say } = createTalk();
    expect(buttonsOf(await ask('/article strait001'))).toContainEqual(['Save', '/save strait001']);
    expect(await say('/save strait001')).toContain('✓ Saved: “海峡渡轮复航：两岸码头在等什么”');
    expect(await say('/save strait001')).toContain('You have saved this already');
    const elsewhere = { in: { platform: 'test', chat: 'two' } };
    const view = await ask('/saved', elsewhere);
    expect(view.for).toBe('asker');
    expect(buttonsOf(view)).toEqual([
      ['1 海峡渡轮复航：两岸码头在等什么', '/article strait001'],
      ['Remove some', '/saved 1 remove'],
    ]);
    expect(await say('/saved', { by: 'bob' })).toContain('You haven’t saved any articles yet');
    expect(await say('/saved', { in: { platform: 'other', chat: 'one' } })).toContain(
      'You haven’t saved any articles yet',
    );
  });

  it.each([
    [200, 'a'.repeat(200)],
    [201, `${'a'.repeat(200)}…`],
  ])('shortens a title of more than 200 characters: %i', async (length, title) => {
    const article = makeArticle({ id: 'long00001', title: 'a'.repeat(length), url: 'https://x.example/long' });
    const saved = createSavedArticles(createFakeStateStore({ nowMs: 0 }));
    const person = { platform: 'test', by: 'ann' };
    await saved.save(person, article, new Date(0));
    expect((await saved.list(person)).map((one) => one.title)).toEqual([title]);
  });

  it('puts the last saved first, ten a page, and opens one by its number', async () => {
    const { ask, say } = createTalk({ articles: many(12) });
    for (const { id } of many(12)) await ask(`/save ${id}`);
    const second = await ask('/saved 2');
    expect(buttonsOf(second)).toEqual([
      ['11 Story 1', '/article many00001'],
      ['12 Story 0', '/article many00000'],
      ['‹ Newer', '/saved 1'],
      ['Remove some', '/saved 2 remove'],
    ]);
    expect(await say('/article 12')).toContain('Story 0');
    expect(await say('/saved 9')).toContain('Story 0');
  });

  it('keeps what two presses save at the same moment, and no more than the maximum', async () => {
    const articles = many(MAX_SAVED + 1);
    const { ask, say } = createTalk({ articles });
    await Promise.all(articles.slice(0, MAX_SAVED).map(({ id }) => ask(`/save ${id}`)));
    expect(await say('/saved')).toContain(`${MAX_SAVED} articles`);
    expect(await say(`/save ${articles[MAX_SAVED]?.id}`)).toContain(`it has ${MAX_SAVED} articles`);
  });
});

describe('/saved', () => {
  it('removes articles by buttons, and offers to undo it', async () => {
    const { ask, say } = createTalk();
    await ask('/save strait001');
    await ask('/save short0002');
    expect(buttonsOf(await ask('/saved remove')).slice(0, 2)).toEqual([
      ['1 台湾茶农的第七个冬天', '/unsave short0002'],
      ['2 海峡渡轮复航：两岸码头在等什么', '/unsave strait001'],
    ]);
    expect(buttonsOf(await ask('/unsave short0002'))).toEqual([
      ['Undo', '/save short0002'],
      ['Saved articles', '/saved'],
    ]);
    expect(await say('/unsave 1')).toContain('Removed from your list: “海峡渡轮复航：两岸码头在等什么”');
    expect(await say('/unsave 1')).toContain('That article is not in your list');
    expect(await say('/saved')).toContain('You haven’t saved any articles yet');
  });

  it('promises to read only in the list that opens articles', async () => {
    const { ask } = createTalk();
    await ask('/save strait001');
    expect((await ask('/saved')).list?.titles).toBe('text');
    expect((await ask('/saved 1 remove')).list?.titles).toBe('buttons');
  });

  it('still lists an article that has left the library, with its original', async () => {
    const { ask, library } = createTalk();
    await ask('/save strait001');
    library.article = async () => undefined;
    expect(JSON.stringify(await ask('/saved'))).toContain('https://news.example.org/');
    expect(buttonsOf(await ask('/unsave strait001'))).toEqual([['Saved articles', '/saved']]);
  });

  it('is deleted by /forget of the same person', async () => {
    const { ask, say } = createTalk();
    await ask('/save strait001');
    await ask('/forget yes', { by: 'bob' });
    expect(await say('/saved')).toContain('海峡渡轮复航');
    await ask('/forget yes');
    expect(await say('/saved')).toContain('You haven’t saved any articles yet');
  });
});
