import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramsOf, packedBigramsOf } from '../../../src/text/terms/bigrams.ts';

describe('bigramsOf', () => {
  it.each([
    ['', ['']],
    ['一', ['一']],
    ['𠮷', ['𠮷']],
    ['一二', ['一二']],
    ['一二三', ['一二', '二三']],
    ['一𠮷三', ['一𠮷', '𠮷三']],
  ])('splits %j into %j', (run, bigrams) => {
    expect(bigramsOf(run)).toEqual(bigrams);
  });
});

describe('packedBigramsOf', () => {
  it('packs the same pairs of UTF-16 units into numbers that can be unpacked', () => {
    const unpack = (bigram: number) => String.fromCharCode(bigram >>> 16, bigram & 0xffff);
    expect(packedBigramsOf('一二三').map(unpack)).toEqual(['一二', '二三']);
    expect(packedBigramsOf('一')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '台', '龟', '각', '\uffff'), minLength: 2 }), (text) => {
        expect(packedBigramsOf(text).map(unpack)).toEqual(bigramsOf(text));
      }),
    );
  });
});
