import { describe, expect, it } from 'vitest';
import { bestSection, hasWord } from '../../src/library/best-section.ts';
import { readQuery } from '../../src/library/query.ts';
import { type ArticleOverrides, makeArticle } from '../fakes/article.ts';

const url = 'https://example.org/a';

async function best(sections: NonNullable<ArticleOverrides['sections']>, query: string): Promise<number | undefined> {
  return bestSection(makeArticle({ url, sections }).sections, await readQuery(query))?.number;
}

describe('the best section', () => {
  const sections = [
    [null, 'Three people run the ferry, twice a day.'],
    ['The crew', 'They sleep in the harbour.'],
    ['What comes next', 'The board speaks of a bridge over the harbour. The crew does not.'],
    ['海峡两岸', '渡轮在春天复航，油漆工每天从六点干到天黑。'],
  ] as const;

  it.each([
    ['ferry', 0],
    ['harbour', 1],
    ['bridge', 2],
    ['harbour bridge', 2],
    ['海峡', 3],
    ['渡轮 油漆', 3],
    ['複航', 3],
    ['sleep board speaks', 2],
    ['bri', 2],
  ])('for %s is %i', async (query, number) => {
    expect(await best(sections, query)).toBe(number);
  });

  it('is one with the word in its heading before one with it in the text', async () => {
    expect(await best(sections, 'crew')).toBe(1);
    expect(await best([[null, 'The crew.'], ...sections.slice(1)], 'crew')).toBe(1);
  });

  it('is the first if no section contains a word', async () => {
    expect(await best(sections, 'nowhere')).toBe(0);
    expect(await best(sections, '')).toBe(0);
  });

  it('is undefined if there is no section', async () => {
    expect(await best([], 'ferry')).toBeUndefined();
  });

  it('is searched in captions and authors too', async () => {
    const article = makeArticle({ url, sections });
    const [, crew, next] = article.sections;
    const media = { kind: 'video', url, title: null, poster: null, caption: 'Fog at dawn' } as const;
    if (crew) crew.media = [media];
    if (next) next.authors = ['Ada Byrne'];
    expect(bestSection(article.sections, await readQuery('fog'))?.number).toBe(1);
    expect(bestSection(article.sections, await readQuery('byrne'))?.number).toBe(2);
  });

  it('is searched in the start of a very long article, and in all of its headings', async () => {
    const long = 'sand '.repeat(45_000);
    const tail = [null, 'A needle.'] as const;
    expect(await best([[null, long], tail], 'needle')).toBe(0);
    expect(await best([[null, long], tail, ['Needle', '']], 'needle')).toBe(2);
    expect(await best([[null, long.slice(0, 150_000)], tail], 'needle')).toBe(1);
  });
});

describe('a word of a query', () => {
  it.each([
    ['the night bus', { tokens: ['night'], prefix: false }],
    ['the night bus', { tokens: ['nigh'], prefix: true }],
    ['bus', { tokens: ['bus'], prefix: false }],
    ['台湾 湾问 问题', { tokens: ['台湾', '湾问'], prefix: false }],
  ])('is in %j: %j', (text, word) => {
    expect(hasWord(text, word)).toBe(true);
  });

  it.each([
    ['the night bus', { tokens: ['nigh'], prefix: false }],
    ['the night bus', { tokens: ['ight'], prefix: true }],
    ['台湾 湾问 问题', { tokens: ['台湾', '问题'], prefix: false }],
    ['', { tokens: ['bus'], prefix: true }],
  ])('is not in %j: %j', (text, word) => {
    expect(hasWord(text, word)).toBe(false);
  });
});
