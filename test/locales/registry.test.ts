import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en/index.ts';
import type { Locale } from '../../src/locales/locale.ts';
import { createRegistry } from '../../src/locales/registry.ts';
import { createTranslate } from '../../src/locales/translate.ts';
import { zhCn } from '../../src/locales/zh-cn/index.ts';

const esperanto = {
  tag: 'eo',
  name: 'Esperanto',
  englishName: 'Esperanto',
  typedName: /^(?:eo|esperanto|世界语)$/iu,
  matches: ({ language }) => language === 'eo',
  dates: { tag: 'eo', month: 'long', weekdayFirst: true },
  messages: {
    ...en.messages,
    'button.help': 'Helpo',
    'about.links_one': '{{count}} ligilo',
    'about.links_other': '{{count}} ligiloj',
  },
} as const satisfies Locale<'one' | 'other'>;

describe('a registry with one more language', () => {
  const registry = createRegistry(en, zhCn, esperanto);

  it('lists the language', () => {
    expect(registry.languages).toEqual(['en', 'zh-CN', 'eo']);
  });

  it('translates into the language', () => {
    const t = createTranslate(registry.localeOf('eo'));
    expect([t('button.help'), t('about.links', { count: 1 }), t('about.links', { count: 2 })]).toEqual([
      'Helpo',
      '1 ligilo',
      '2 ligiloj',
    ]);
  });

  it.each([
    ['eo', 'eo'],
    ['eo-XX', 'eo'],
    ['eo_EO.UTF-8', 'eo'],
    ['zh-SG', 'zh-CN'],
  ] as const)('chooses the language by its tag, %s', (tag, language) => {
    expect(registry.match(tag)).toBe(language);
    expect(registry.choose(tag)).toBe(language);
  });

  it('understands the name of the language as people type it', () => {
    expect(['esperanto', ' EO ', '世界语', 'Klingon'].map(registry.parse)).toEqual(['eo', 'eo', 'eo', undefined]);
  });

  it('offers the language in the settings, by its own name', () => {
    expect(registry.choices).toEqual([
      { value: 'en', label: 'English' },
      { value: 'zh-CN', label: '简体中文' },
      { value: 'eo', label: 'Esperanto' },
    ]);
  });

  it.each(['de', 'tlh', 'C', '', null, undefined])('falls back to the first language for %s', (tag) => {
    expect([registry.match(tag), registry.choose(tag), registry.fallback]).toEqual([undefined, 'en', 'en']);
  });
});
