import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTokens, countGrams, normalise, removeRun, tokenise } from '../../../bench/measure/text.ts';

const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 30 });

describe('normalise', () => {
  it('removes white space and unifies widths', () => {
    expect(normalise(' ＷＴＯ　总 干\u00a0事\u200b ')).toBe('WTO总干事');
  });
});

describe('tokenise', () => {
  it('takes words in spaced scripts and characters in others', () => {
    expect(tokenise('Yoo Myung-hee，WTO总干事。')).toEqual(['yoo', 'myung', 'hee', 'wto', '总', '干', '事']);
    expect(tokenise('과도한 화장')).toEqual(['과도한', '화장']);
    expect(tokenise('ไทย กุ้ง')).toEqual(['ไ', 'ท', 'ย', 'ก', 'ุ', '้', 'ง']);
  });

  it('keeps the marks of Indic scripts in their words', () => {
    expect(tokenise('नौरंगिया गाँव')).toEqual(['नौरंगिया', 'गाँव']);
  });
});

describe('countGrams', () => {
  it('counts each run of four as often as it occurs', () => {
    expect(countGrams(['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd']).get('a b c d')).toBe(2);
  });

  it('takes fewer than four tokens as one', () => {
    expect([...countGrams(['a', 'b'])]).toEqual([['a b', 1]]);
    expect(countGrams([]).size).toBe(0);
  });
});

describe('removeRun', () => {
  it('removes the first run that equals the piece', () => {
    expect(removeRun(['x', 'a', 'a', 'b', 'c', 'd', 'y'], ['a', 'b', 'c', 'd'])).toEqual(['x', 'a', 'y']);
  });

  it('removes nothing if the piece is absent or too short', () => {
    expect(removeRun(['a', 'b', 'c'], ['b'])).toEqual(['a', 'b', 'c']);
    expect(removeRun(['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'x'])).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('compareTokens', () => {
  it('is in full agreement only with the same text', () => {
    fc.assert(
      fc.property(tokens, (text) => {
        expect(compareTokens(text, text)).toEqual({ recall: 1, precision: 1, f1: 1 });
        expect(compareTokens(text, [...text, 'x', 'y', 'z', 'v']).precision).toBeLessThan(1);
      }),
    );
  });

  it('swaps recall and precision when the texts are swapped', () => {
    fc.assert(
      fc.property(tokens, tokens, (one, other) => {
        expect(compareTokens(one, other).recall).toBeCloseTo(compareTokens(other, one).precision);
      }),
    );
  });

  it('is 0 for an empty text', () => {
    expect(compareTokens(['a', 'b', 'c', 'd'], [])).toEqual({ recall: 0, precision: 0, f1: 0 });
  });
});
