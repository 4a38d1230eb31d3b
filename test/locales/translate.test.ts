import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en/index.ts';
import { findBrokenMessages } from '../../src/locales/find-broken-messages.ts';
import { languages, localeOf } from '../../src/locales/languages.ts';
import { createTranslate } from '../../src/locales/translate.ts';
import { createTranslator } from '../../src/locales/translator.ts';

const counts = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101];

/** A language with the plural rules of `tag`, whose text for a number of links is its plural category. */
function withCategories<Category extends string>(tag: string, categories: readonly Category[]) {
  const links = Object.fromEntries(categories.map((category) => [`about.links_${category}`, `{{count}} ${category}`]));
  const { 'about.links_one': _one, 'about.links_other': _other, ...others } = en.messages;
  return createTranslate({ tag, messages: { ...others, ...links } });
}

describe('a translator', () => {
  it('divides large amounts as the language does, but no other numbers', () => {
    const t = createTranslator('en');
    expect(t('about.links', { count: 12_345 })).toBe('12,345 links');
    expect(t('wrong.newestNumber', { number: 2021, count: 1234 })).toContain('There is no article 2021. I have 1,234');
  });

  it('chooses the plural form', () => {
    const t = createTranslator('en');
    expect([t('about.images', { count: 1 }), t('about.images', { count: 2 })]).toEqual(['1 picture', '2 pictures']);
    expect(createTranslator('zh-CN')('about.images', { count: 1 })).toBe('图片 1');
  });

  it('chooses among the four plural forms of Russian', () => {
    const t = withCategories('ru', ['one', 'few', 'many', 'other']);
    expect(counts.map((count) => t('about.links', { count }))).toEqual([
      '0 many',
      '1 one',
      '2 few',
      '3 few',
      '5 many',
      '11 many',
      '21 one',
      '22 few',
      '25 many',
      '100 many',
      '101 one',
    ]);
  });

  it('chooses among the six plural forms of Arabic', () => {
    const t = withCategories('ar', ['zero', 'one', 'two', 'few', 'many', 'other']);
    expect(counts.map((count) => t('about.links', { count }))).toEqual([
      '0 zero',
      '1 one',
      '2 two',
      '3 few',
      '5 few',
      '11 many',
      '21 many',
      '22 many',
      '25 many',
      '100 other',
      '101 other',
    ]);
  });

  it('uses the general plural form where the language lacks a category', () => {
    const t = withCategories('ru', ['other']);
    expect(t('about.links', { count: 2 })).toBe('2 other');
  });

  const { 'status.title': _title, ...untitled } = en.messages;
  const broken = {
    ...untitled,
    'search.title': 'Suche nach {{wort}}',
    'about.links_one': '{{zahl}} Link',
    'about.links_other': undefined,
  };
  const german = createTranslate({ tag: 'de', messages: broken as never });

  it('speaks English where a message is missing or has an unknown placeholder', () => {
    const shown = [german('status.title'), german('search.title', { words: 'x' }), german('about.links', { count: 2 })];
    const t = createTranslator('en');
    expect(shown).toEqual([t('status.title'), t('search.title', { words: 'x' }), t('about.links', { count: 2 })]);
    expect(german('about.links', { count: 1 })).toBe(t('about.links', { count: 1 }));
  });

  it('shows the key of a message that no language has', () => {
    expect(german('no.such' as 'status.title')).toBe('no.such');
  });

  it('has its broken messages listed', () => {
    expect(findBrokenMessages({ tag: 'de', messages: broken as never })).toEqual([
      'de: the message about.links_one has the unknown placeholder {{zahl}}.',
      'de: the message about.links_other is missing.',
      'de: the message search.title has the unknown placeholder {{wort}}.',
      'de: the message status.title is missing.',
    ]);
    expect(languages.flatMap((language) => findBrokenMessages(localeOf(language)))).toEqual([]);
  });

  it('shows values as they are', () => {
    const words = '<b>&"{{count}}" $t(button.help) $& $1';
    expect(createTranslator('en')('search.title', { words })).toBe(`“${words}”`);
  });
});
