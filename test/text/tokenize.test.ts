import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { bigramsOf, textRunsOf, titleWordsOf, wordsOf } from '../../src/text/tokenize.ts';

describe('the words of a text', () => {
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
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });

  it('cut a word that nobody types', () => {
    const word = 'x'.repeat(1000);
    expect(wordsOf(`${word} y`)).toBe(`${'x'.repeat(64)} y`);
    expect(wordsOf('水'.repeat(100)).split(' ')).toHaveLength(99);
  });

  it('have every single ideograph in titles too', () => {
    expect(titleWordsOf('海峡 ferry 渡')).toBe('海峡 ferry 渡 海 峡 渡');
    expect(titleWordsOf('𠮷野')).toBe('𠮷野 𠮷 野');
    expect(titleWordsOf('')).toBe('');
  });

  it('are the same however a text is spelled', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(wordsOf(fold(text))).toBe(wordsOf(text));
        expect(wordsOf(text.normalize('NFD'))).toBe(wordsOf(text.normalize('NFC')));
      }),
    );
  });

  it('hold every letter and digit of a text, and no sign', () => {
    const units = fc.constantFrom('a', 'b9', ' ', ',', '台', '湾', 'ร', '\n', '-', '🙂', '각');
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 40 }), (text) => {
        const words = wordsOf(text).split(' ').join('');
        expect(new Set(words)).toEqual(new Set(text.match(/[\p{L}\p{N}]/gu)));
      }),
    );
  });
});

describe('runs', () => {
  it('end where a script with spaces meets one without', () => {
    expect([...textRunsOf('iPhone新机 pro')]).toEqual([
      { text: 'iphone', spaced: true },
      { text: '新机', spaced: false },
      { text: 'pro', spaced: true },
    ]);
  });

  it('end at line breaks and signs', () => {
    expect([...textRunsOf('海\n峡・两-岸')].map(({ text }) => text)).toEqual(['海', '峡', '两', '岸']);
  });
});

describe('pairs', () => {
  it.each([
    ['', ''],
    ['一', '一'],
    ['𠮷', '𠮷'],
    ['一二', '一二'],
    ['一二三', '一二 二三'],
    ['一𠮷三', '一𠮷 𠮷三'],
  ])('of %j are %j', (run, pairs) => {
    expect(bigramsOf(run)).toBe(pairs);
  });
});
