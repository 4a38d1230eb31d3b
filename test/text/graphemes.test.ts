import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes, sliceGraphemes } from '../../src/text/graphemes.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const segments = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('a', '中', '́', '👩', '‍', '🇫', '्', 'क', '\r', '\n', '؀'), fc.string()),
});

describe('countGraphemes', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['湖边，3 只鹭。', 8],
    ['e\u0301te\u0301', 3],
    ['👩‍🌾🇫🇷', 2],
    ['한국어', 3],
    ['\r\n', 1],
    ['a😀b', 3],
  ])('counts user-perceived characters in %j', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  it('agrees with the segmenter on any text', () => {
    fc.assert(fc.property(anyText, (text) => countGraphemes(text) === segments(text).length));
  });

  it('agrees with it if long plain runs alternate with clusters', () => {
    const long = fc.array(fc.constantFrom('x'.repeat(40), '湖'.repeat(30), '👩‍🌾', 'é', ' ', '\u0301'), {
      maxLength: 12,
    });
    fc.assert(fc.property(long, (parts) => countGraphemes(parts.join('')) === segments(parts.join('')).length));
  });
});

describe('sliceGraphemes', () => {
  it('never cuts inside an emoji', () => {
    expect(sliceGraphemes('a👩‍🌾b', 1, 2)).toBe('👩‍🌾');
  });

  it('slices to the end without a second bound', () => {
    expect(sliceGraphemes('a👩‍🌾b', 2)).toBe('b');
  });

  it('agrees with the segmenter on any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(20), (text, from, to) => {
        expect(sliceGraphemes(text, from, to)).toBe(segments(text).slice(from, Math.max(from, to)).join(''));
      }),
    );
  });
});
