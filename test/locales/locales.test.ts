import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { zhCn } from '../../src/locales/zh-cn.ts';
import { zhTw } from '../../src/locales/zh-tw.ts';

const english: Readonly<Record<string, string>> = en;
const others: readonly [string, Readonly<Record<string, string>>][] = [
  ['zh-CN', zhCn],
  ['zh-TW', zhTw],
];

function blanksOf(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/gu) ?? [])].toSorted();
}

describe.each(others)('the texts in %s', (_language, texts) => {
  it('say everything that is said in English, and nothing else', () => {
    expect(Object.keys(texts).toSorted()).toEqual(
      Object.keys(english)
        .filter((key) => !key.endsWith('_one'))
        .toSorted(),
    );
  });

  it.each(Object.entries(texts))('leave the same blanks in %s', (key, text) => {
    expect(blanksOf(text)).toEqual(blanksOf(english[key] ?? ''));
  });
});

describe('the texts in Taiwan', () => {
  it('hold no character that is simplified only', () => {
    const simplified = /[们这为时图链页节篇约钟录导读请简单网择试现听问题词话语说该发]/u;
    const allowed = new Set(['篇', '語', '節', '單']);
    const found = Object.entries(zhTw).filter(([, text]) =>
      [...text].some((one) => simplified.test(one) && !allowed.has(one)),
    );
    expect(found).toEqual([]);
  });
});

describe('a translator', () => {
  it('chooses the plural', () => {
    const t = createTranslator('en');
    expect([t('about.images', { count: 1 }), t('about.images', { count: 2 })]).toEqual(['1 picture', '2 pictures']);
    expect(createTranslator('zh-CN')('about.images', { count: 1 })).toBe('图片 1');
  });

  it('puts words in as they are', () => {
    const words = '<b>&"{{count}}" $t(button.help)';
    expect(createTranslator('en')('search.title', { words })).toBe(`“${words}”`);
  });
});
