import { describe, expect, it } from 'vitest';
import { createSuggest } from '../../../src/arguments/suggest/suggest.ts';
import { widthOf } from '../../../src/text/width.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { articles, bus, strait } from '../../fixtures/articles.ts';

const suggest = createSuggest(createFakeLibrary(articles), (text) => text.toLowerCase());

async function sections(
  typed: string,
  article: string | undefined,
  language: 'en' | 'zh-CN' = 'en',
): Promise<string[]> {
  const found = await suggest.sections({ typed, given: article === undefined ? {} : { article }, language, limit: 25 });
  return found.map(({ value }) => value);
}

describe('suggested articles', () => {
  it('are the newest if nothing is typed', async () => {
    expect((await suggest.articles(' ', 25)).map(({ value }) => value)).toEqual(articles.map(({ id }) => id));
  });

  it.each([
    ['nightbus3', ['nightbus3']],
    [strait.url, ['strait001']],
    ['台湾', ['strait001', 'short0002']],
    ['zebra', []],
  ])('match %s', async (typed, ids) => {
    expect((await suggest.articles(typed, 25)).map(({ value }) => value)).toEqual(ids);
  });

  it('have labels that fit, always with the site', async () => {
    const long = { ...bus, title: '很长的题目'.repeat(20) };
    const [only] = await createSuggest(createFakeLibrary([long]), (text) => text).articles('', 25);
    expect(only?.label).toMatch(/^很长的题目.*… · example\.com$/u);
    expect(widthOf(only?.label ?? '')).toBeLessThanOrEqual(90);
    expect(await suggest.articles('nightbus3', 25)).toEqual([
      { value: 'nightbus3', label: 'Night bus: the people who keep it running · example.com' },
    ]);
  });

  it('respect the limit of the platform', async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ ...bus, id: `night${n}00`, url: `https://example.org/${n}` }));
    const { articles: of } = createSuggest(createFakeLibrary(many), (text) => text);
    expect([(await of('', 25)).length, (await of('depot', 25)).length]).toEqual([25, 25]);
  });
});

describe('suggested sections', () => {
  it('belong to the given article, by id, address or words', async () => {
    for (const article of ['strait001', strait.url, '雷达']) {
      expect(await sections('', article)).toEqual(['0', '1', '2', '3']);
    }
  });

  it('match by number, then by words of the heading', async () => {
    expect(await sections('2', 'strait001')).toEqual(['2']);
    expect(await sections(' 2 ', 'strait001')).toEqual(['2']);
    expect(await sections('想要', 'strait001')).toEqual(['2', '3']);
    expect(await sections('1', 'huge00005')).toEqual(['1', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19']);
    expect(await sections('zebra', 'strait001')).toEqual([]);
  });

  it('are labelled in the language of the user', async () => {
    const [lead] = await suggest.sections({ typed: '', given: { article: 'strait001' }, language: 'zh-CN', limit: 25 });
    expect(lead).toEqual({ value: '0', label: '0 导语' });
    expect(await sections('导语', 'strait001', 'zh-CN')).toEqual(['0']);
  });

  it('are empty if the article is unknown', async () => {
    for (const article of [undefined, '', 'zebra', '40', '第三篇']) expect(await sections('', article)).toEqual([]);
  });
});
