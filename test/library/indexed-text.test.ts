import { describe, expect, it } from 'vitest';
import { indexedTextOf, indexedTextSteps } from '../../src/library/indexed-text.ts';
import { tokensOf } from '../../src/text/terms/tokenize.ts';
import { makeArticle } from '../fakes/article.ts';

const url = 'https://example.org/a';

describe('the indexed text of an article', () => {
  it('has a field each for title, headings and text', () => {
    const article = makeArticle({
      url,
      title: '海峡 Ferry',
      authors: ['冯兆音'],
      summary: 'unfound',
      sections: [
        [null, 'Twice a day.\nSince 1961.'],
        ['The crew', 'Three people.'],
        ['渡轮', ''],
      ],
    });
    expect(indexedTextOf(article)).toEqual({
      title: '海峡 ferry 海 峡',
      headings: 'the crew 渡轮 渡 轮',
      text: '冯兆 兆音 twice a day since 1961 three people ',
    });
  });

  it('includes lists, tables, quotes and code', () => {
    const article = makeArticle({ url, sections: [[null, 'start']] });
    const [section] = article.sections;
    const cell = (text: string) => [{ text }];
    section?.text.push(
      { kind: 'quote', spans: [{ text: 'said ' }, { text: 'so', strong: true }] },
      { kind: 'list', ordered: true, items: [cell('radar'), cell('ropes')] },
      { kind: 'table', rows: [[cell('ticket'), cell('120')]] },
      { kind: 'code', spans: [{ text: 'depot()' }] },
    );
    expect(indexedTextOf(article).text.trim()).toBe('start said so radar rope ticket 120 depot');
  });

  it('includes captions and the authors of a section', () => {
    const article = makeArticle({ url, sections: [[null, 'start']] });
    const picture = { url, original: null, alt: 'unfound', credit: null, width: null, height: null, candidates: [] };
    const [section] = article.sections;
    section?.images.push({ ...picture, caption: 'The pier' }, { ...picture, caption: null });
    section?.media.push({ kind: 'audio', url, title: null, poster: null, caption: 'Gulls' });
    section?.authors.push('Ada Byrne');
    expect(indexedTextOf(article).text.trim()).toBe('start the pier gull ada byrne');
  });

  it('joins no words across blocks', () => {
    const article = makeArticle({
      url,
      title: '',
      sections: [
        [null, '台\n湾'],
        ['海', ''],
        ['峡', ''],
      ],
    });
    expect(indexedTextOf(article)).toEqual({ title: '', headings: '海 峡 海 峡', text: ' 台 湾  ' });
  });

  it('indexes the start of a very long text', () => {
    const text = 'word '.repeat(200_000);
    const { text: tokens } = indexedTextOf(
      makeArticle({
        url,
        sections: [
          [null, text],
          ['End', 'lost'],
        ],
      }),
    );
    expect(tokens.length).toBeGreaterThan(499_000);
    expect(tokens.length).toBeLessThan(501_000);
  });

  it.each([
    ['one long text', [[null, '渡轮 leaves at noon. '.repeat(20_000)]]],
    ['many short ones', Array.from({ length: 1000 }, (_, at) => [`Pier ${at}`, '渡轮 leaves at noon. '.repeat(20)])],
  ] as const)('is found in steps of some thousand characters, of %s', (_what, sections) => {
    const article = makeArticle({ url, sections: sections as unknown as [string | null, string][] });
    const steps = indexedTextSteps(article);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(count).toBeGreaterThan(10);
    expect(step.value.text.trim()).toBe(
      sections
        .map(([, text]) => tokensOf(text))
        .join(' ')
        .trim(),
    );
  });
});
