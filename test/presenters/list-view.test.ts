import { describe, expect, it } from 'vitest';
import type { ArticleEntry } from '../../src/library/entry.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { type ArticleList, listView } from '../../src/presenters/list-view.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { articles } from '../fixtures/articles.ts';
import { buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'UTC');
const { entries } = await createFakeLibrary(articles).newest({ offset: 0, limit: 2 });
const undated: ArticleEntry[] = entries.map((entry) => ({ ...entry, publishedAt: null }));

function show(list: Partial<ArticleList> = {}) {
  return listView({ entries, total: 5, source: undefined, page: 2, size: 2, ...list }, audience);
}

describe('a page of articles', () => {
  it('continues the numbers of the whole list in its text, its buttons and the last list', () => {
    const view = show();
    expect(textsOf(view).slice(0, 2)).toEqual(['Newest articles', 'Page 2 of 3 · 5 articles']);
    expect(view.blocks[2]).toMatchObject({ kind: 'list', ordered: true, start: 3 });
    expect(buttonsOf(view)).toEqual([
      ['3 海峡渡轮复航：两岸码头在等什么', '/article strait001'],
      ['4 台湾茶农的第七个冬天', '/article short0002'],
      ['‹ Newer', '/articles'],
      ['Older ›', '/articles 3'],
    ]);
    expect(view.list).toEqual({ of: 'articles', first: 3, articles: ['strait001', 'short0002'], titles: 'text' });
  });

  it('shows the source and date of each article if known', () => {
    expect(textsOf(show()).slice(2, 4)).toEqual([
      '海峡渡轮复航：两岸码头在等什么',
      '\nnews.example.org · 15 Nov 2021 10:13',
    ]);
    expect(textsOf(show({ entries: undated }))[3]).toBe('\nnews.example.org');
  });

  it('shows no page number if there is only one page', () => {
    const view = show({ page: 1, size: 10, total: 1 });
    expect(textsOf(view)[1]).toBe('1 article');
    expect(view.actions.filter(({ role }) => role === 'move')).toEqual([]);
  });

  it('stays on its site, even with a long name', () => {
    const view = show({ source: `${'a'.repeat(60)}.example.org` });
    expect(textsOf(view)[0]).toBe(`Newest from ${'a'.repeat(60)}.example.org`);
    expect(view.list?.of).toBe(`articles ${'a'.repeat(60)}.example.org`);
    const moves = buttonsOf(view).slice(2);
    expect(moves.map(([, press]) => press)).toEqual([`/articles ${'a'.repeat(45)}`, `/articles ${'a'.repeat(45)} 3`]);
  });

  it('says so past the end, and links to the last page', () => {
    const view = show({ entries: [], page: 9 });
    expect(textsOf(view)).toEqual(['The list ends at page 3.']);
    expect(buttonsOf(view)).toEqual([['‹ Newer', '/articles 3']]);
    expect(view.list).toBeUndefined();
  });

  it('says so if there are no articles', () => {
    const view = show({ entries: [], total: 0, page: 1 });
    expect([textsOf(view), buttonsOf(view)]).toEqual([['There are no articles yet.'], [['Help', '/help']]]);
  });
});
