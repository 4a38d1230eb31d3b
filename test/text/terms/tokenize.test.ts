import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/terms/fold.ts';
import { foldedRunsOf, titleTokensOf, tokensOf } from '../../../src/text/terms/tokenize.ts';

describe('search tokens', () => {
  it.each([
    ['', ''],
    ['…—!? 🙂', ''],
    ['The night bus, at 5:40!', 'the night bus at 5 40'],
    ['Café-society', 'cafe society'],
    ['a_b@c.d', 'a b c d'],
    ['台湾问题', '台湾 湾问 问题'],
    ['臺灣', '台湾'],
    ['水', '水'],
    ['G7峰会2024年', 'g7 峰会 2024 年'],
    ['台湾。问题', '台湾 问题'],
    ['𠮷野家', '𠮷野 野家'],
    ['삼성전자는', '삼성 성전 전자 자는'],
    ['カメラー', 'カメ メラ ラー'],
    ['ไทย', 'ไท ทย'],
    ['Привет, мир', 'привет мир'],
    ['هذا، نصّ', 'هذا نص'],
    ['हिन्दी भाषा', 'हिन्दी भाषा'],
  ])('of %j are %j', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });

  it('truncate a word that is too long to be typed', () => {
    const word = 'x'.repeat(1000);
    expect(tokensOf(`${word} y`)).toBe(`${'x'.repeat(64)} y`);
    expect(tokensOf('水'.repeat(100)).split(' ')).toHaveLength(99);
  });

  it('divide a run of over 4,096 characters', () => {
    expect(tokensOf('水'.repeat(5000)).split(' ')).toHaveLength(4998);
    expect(tokensOf('𠮷'.repeat(5000)).split(' ')).toHaveLength(4998);
  });

  it('include every single ideograph of a title', () => {
    expect(titleTokensOf('海峡 ferry 渡')).toBe('海峡 ferry 渡 海 峡 渡');
    expect(titleTokensOf('𠮷野')).toBe('𠮷野 𠮷 野');
    expect(titleTokensOf('')).toBe('');
  });

  it('do not depend on case, width or Unicode normalization', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tokensOf(fold(text))).toBe(tokensOf(text));
        expect(tokensOf(text.normalize('NFD'))).toBe(tokensOf(text.normalize('NFC')));
      }),
    );
  });

  it('contain every letter and digit of a text, and no punctuation', () => {
    const units = fc.constantFrom('a', 'b9', ' ', ',', '台', '湾', 'ร', '\n', '-', '🙂', '각');
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 40 }), (text) => {
        const words = tokensOf(text).split(' ').join('');
        expect(new Set(words)).toEqual(new Set(text.match(/[\p{L}\p{N}]/gu)));
      }),
    );
  });
});

describe('script runs', () => {
  it('end where a script with spaces meets one without', () => {
    expect([...foldedRunsOf('iPhone新机 pro')]).toEqual([
      { text: 'iphone', spaced: true },
      { text: '新机', spaced: false },
      { text: 'pro', spaced: true },
    ]);
  });

  it('end at line breaks and punctuation', () => {
    expect([...foldedRunsOf('海\n峡・两-岸')].map(({ text }) => text)).toEqual(['海', '峡', '两', '岸']);
  });
});
