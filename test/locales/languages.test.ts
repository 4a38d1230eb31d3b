import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLanguage, languages } from '../../src/locales/languages.ts';

describe('the language to speak', () => {
  it.each([
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-CN', 'zh-TW'],
    ['zh_TW.UTF-8', 'zh-TW'],
    ['zh_CN@pinyin', 'zh-CN'],
    ['ZH-hant', 'zh-TW'],
    ['yue', 'zh-TW'],
    ['en-US', 'en'],
    ['de', 'en'],
    ['C', 'en'],
    ['', 'en'],
    [null, 'en'],
    [undefined, 'en'],
  ])('of %s is %s', (tag, language) => {
    expect(chooseLanguage(tag)).toBe(language);
  });

  it('is one of ours for any text', () => {
    fc.assert(
      fc.property(fc.string(), (tag) => {
        expect(languages).toContain(chooseLanguage(tag));
      }),
    );
  });
});
