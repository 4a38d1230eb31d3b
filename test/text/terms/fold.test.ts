import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/terms/fold.ts';

describe('fold', () => {
  it.each([
    ['Élan', 'elan'],
    ['NAÏVE', 'naive'],
    ['Straße', 'STRASSE'],
    ['œuvre', 'oeuvre'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['ısı', 'isi'],
    ['Þór', 'thor'],
    ['Việt Nam', 'viet nam'],
    ['ﬁnal', 'final'],
    ['Αθήνα', 'ΑΘΗΝΑ'],
    ['λόγος', 'ΛΟΓΟΣ'],
    ['Ⅷ', 'viii'],
    ['ＡＢＣ１２３', 'abc123'],
    ['①', '1'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['أحمد إبراهيم آمنة', 'احمد ابراهيم امنة'],
    ['محـــمد', 'محمد'],
    ['ｶﾀｶﾅ', 'カタカナ'],
    ['臺灣的選舉', '台湾的选举'],
    ['軟體出了錯', '软体出了错'],
    ['发發髮', '发发发'],
    ['薴', '苎'],
  ])('folds %s and %s alike', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ['й', 'и'],
    ['ё', 'е'],
    ['が', 'か'],
    ['パ', 'ハ'],
    ['क़', 'ख'],
    ['台', '合'],
    ['台湾', '台 湾'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('leaves plain text unchanged', () => {
    expect(fold('plain words, 台湾问题 2024!\n')).toBe('plain words, 台湾问题 2024!\n');
  });

  it('folds a character alike in any context', () => {
    // By themselves 乾 and 乾隆 are simplified differently.
    for (const character of ['乾', '著', '後', '裡', '麼']) {
      for (const [before, after] of [
        ['', ''],
        ['', '隆'],
        ['乾', '坤'],
        ['顯', '名'],
        ['皇', '宮'],
      ] as const) {
        expect(fold(before + character + after)).toBe(fold(before) + fold(character) + fold(after));
      }
    }
  });

  it('folds composed and decomposed letters alike', () => {
    for (const text of ['Đặng Thùy', 'Ångström', 'й', 'が', '각', 'שׁ', 'آ']) {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
    }
  });

  it('is idempotent for every character', () => {
    const twice: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const once = fold(String.fromCodePoint(code));
      if (fold(once) !== once) twice.push(code.toString(16));
    }
    expect(twice).toEqual([]);
  });

  it('is idempotent for any text', () => {
    const letters = fc.constantFrom(
      'e',
      'É',
      'ǆ',
      'Σ',
      'ς',
      '\u0301',
      '\u0345',
      'ـ',
      'ا',
      '\u0653',
      '乾',
      '薴',
      'İ',
      'ﬃ',
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters }));
    fc.assert(
      fc.property(text, (some) => {
        expect(fold(fold(some))).toBe(fold(some));
      }),
      { numRuns: 2000 },
    );
  });

  it('folds unit by unit what it folds as a whole', () => {
    const units = fc.constantFrom(
      'Σ',
      'ς',
      'é',
      'e',
      '\u0301',
      '臺',
      'Ａ',
      'ｶ',
      'ﾞ',
      '가',
      'ᆨ',
      'ㄱ',
      'İ',
      '𝐀',
      '\ud835',
      '\n',
      '=',
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: units }));
    fc.assert(
      fc.property(text, (some) => {
        // A ligature becomes two letters, so that its line is folded as a whole.
        expect(fold(`${some}ﬁ`)).toBe(`${fold(some)}fi`);
      }),
      { numRuns: 5000 },
    );
  });

  it('folds a long text', () => {
    expect(fold('臺A'.repeat(10_000))).toBe('台a'.repeat(10_000));
  });

  it('folds capitals to lower case', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', 'ß', 'ø', 'ł', 'ñ', 'œ', 'ğ', 'ı', 'ş', 'α', 'ς', ' ', 'б', 'й') }),
        (text) => {
          expect(fold(text.toUpperCase())).toBe(fold(text));
        },
      ),
    );
  });
});
