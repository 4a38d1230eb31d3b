import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTerms } from '../../../src/text/terms/term-index.ts';
import { termsOf } from '../../../src/text/terms/terms.ts';

describe('termsOf', () => {
  it('finds words whatever their case, without function words', () => {
    expect(termsOf('The FERRY waits')).toEqual(termsOf('ferry Waits'));
    expect(termsOf('the of and')).toEqual([]);
    expect(termsOf("don't")).toHaveLength(1);
    expect(termsOf('ferry')).not.toEqual(termsOf('ferries'));
  });

  it('divides scripts without spaces into pairs, except pairs of stop characters', () => {
    expect(termsOf('渡轮公司')).toEqual([...termsOf('渡轮'), ...termsOf('轮公'), ...termsOf('公司')]);
    expect(termsOf('的是')).toEqual([]);
    expect(termsOf('湖')).toEqual([]);
  });

  it('separates words from ideographs beside them', () => {
    expect(termsOf('渡轮ferry公司')).toEqual([...termsOf('渡轮'), ...termsOf('ferry'), ...termsOf('公司')]);
  });

  it('finds no more terms than there are units, in any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => termsOf(text).length <= text.length));
  });
});

describe('indexTerms', () => {
  it('gives equal terms equal numbers, and numbers all terms from 0', () => {
    const lists = fc.array(fc.array(fc.oneof(fc.integer(), fc.integer({ min: -3, max: 3 }))));
    fc.assert(
      fc.property(lists, (texts) => {
        const { texts: numbered, size } = indexTerms(texts);
        const pairs = texts.flatMap((terms, at) => terms.map((term, place) => [term, numbered[at]?.[place]] as const));
        expect(new Set(pairs.map(([term, number]) => `${term} ${number}`)).size).toBe(size);
        expect(new Set(pairs.map(([, number]) => number))).toEqual(
          new Set(Array.from({ length: size }, (_, at) => at)),
        );
      }),
    );
  });
});
