import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseSpace, countGraphemes, readingMinutes, sliceGraphemes } from '../../src/text/characters.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const segments = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('a', '中', '́', '👩', '‍', '🇫', '्', 'क', '\r', '\n', '؀'), fc.string()),
});

describe('collapseSpace', () => {
  it('makes one space of every run of white space', () => {
    expect(collapseSpace('\u00a0a \t\n b\u3000\u2003c ')).toBe('a b c');
  });

  it('drops zero-width spaces and byte-order marks without parting a word', () => {
    expect(collapseSpace('\ufeffa\u200bb \ufeff c\u2060')).toBe('ab c');
  });

  it('keeps the joiners that shape letters and emoji', () => {
    expect(collapseSpace('می‌خواهم 👩‍🌾')).toBe('می‌خواهم 👩‍🌾');
  });
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
  ])('counts %j as a reader does', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  it('agrees with the segmenter on any text', () => {
    fc.assert(fc.property(anyText, (text) => countGraphemes(text) === segments(text).length));
  });

  it('agrees with it where long plain stretches stand between the knots', () => {
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

  it('goes to the end without a second border', () => {
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

describe('readingMinutes', () => {
  it('is at least one', () => {
    expect(readingMinutes('')).toBe(1);
  });

  it('reads 400 ideographs a minute', () => {
    expect(readingMinutes('湖水很静，'.repeat(500))).toBe(5);
  });

  it('reads 220 words a minute', () => {
    expect(readingMinutes('The heron waits. '.repeat(220))).toBe(3);
  });

  it('adds up the scripts of a mixed text', () => {
    expect(readingMinutes(`${'湖'.repeat(800)} ${'heron '.repeat(440)}`)).toBe(4);
  });
});
