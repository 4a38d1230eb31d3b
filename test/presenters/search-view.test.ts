import { describe, expect, it } from 'vitest';
import { createAudience } from '../../src/locales/audience.ts';
import { searchView } from '../../src/presenters/search-view.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { articles } from '../fixtures/articles.ts';
import { buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'UTC');
const { entries } = await createFakeLibrary(articles).newest({ offset: 0, limit: 2 });
const places = [
  { number: 2, title: '船长想要什么' },
  { number: 0, title: null },
];
const hits = entries.map((entry, index) => ({ entry, section: places[index] ?? { number: 0, title: null } }));

describe('search results', () => {
  it('show each article with the section that matched, and open it there', () => {
    const view = searchView('台湾', { hits, more: false }, audience);
    expect(textsOf(view)).toEqual([
      '“台湾”',
      '2 articles',
      '海峡渡轮复航：两岸码头在等什么',
      '\nnews.example.org · 15 Nov 2021 10:13 › 船长想要什么',
      '台湾茶农的第七个冬天',
      '\ndaily.example.com · 14 Nov 2021',
    ]);
    expect(buttonsOf(view)).toEqual([
      ['1 海峡渡轮复航：两岸码头在等什么', '/section strait001 2'],
      ['2 台湾茶农的第七个冬天', '/article short0002'],
    ]);
    expect(view.list).toEqual({ of: 'search 台湾', first: 1, articles: ['strait001', 'short0002'], titles: 'text' });
  });

  it('say that there may be more', () => {
    expect(textsOf(searchView('台湾', { hits, more: true }, audience))[1]).toBe('Best 2 matches');
  });

  it.each(['"night bus"', '“night bus”', '「night bus」', 'night bus'])('are not quoted twice: %s', (typed) => {
    expect(textsOf(searchView(typed, { hits, more: false }, audience))[0]).toBe('“night bus”');
    expect(textsOf(searchView(typed, { hits: [], more: false }, audience))[0]).toContain(' “night bus”. ');
  });

  it('offer alternatives if there are none', () => {
    const view = searchView('zebra', { hits: [], more: false }, audience);
    expect(textsOf(view)).toEqual(['The search found nothing for “zebra”. Try fewer or different words.']);
    expect(buttonsOf(view)).toEqual([
      ['Newest articles', '/articles'],
      ['Help', '/help'],
    ]);
    expect(view.list).toBeUndefined();
  });
});
