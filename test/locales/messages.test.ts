import { describe, expect, expectTypeOf, it } from 'vitest';
import { messages as english } from '../../src/locales/en/messages.ts';
import { languages, localeOf } from '../../src/locales/languages.ts';
import type { Translation } from '../../src/locales/messages.ts';

const texts: Readonly<Record<string, string>> = english;

function categoriesOf(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

function keysOf(language: string): string[] {
  return Object.keys(english).flatMap((key) => {
    if (key.endsWith('_one')) return [];
    if (!key.endsWith('_other')) return [key];
    return categoriesOf(language).map((category) => key.replace(/other$/u, category));
  });
}

function englishOf(key: string): string {
  return texts[key] ?? texts[key.replace(/_[a-z]+$/u, '_other')] ?? '';
}

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/gu) ?? [])].toSorted();
}

describe.each(languages)('the messages in %s', (language) => {
  const { messages } = localeOf(language);

  it('have the keys of English, with the plural categories of the language', () => {
    expect(Object.keys(messages).toSorted()).toEqual(keysOf(language).toSorted());
  });

  it('have the placeholders of English', () => {
    const placeholders = Object.entries(messages).map(([key, text]) => [key, placeholdersOf(text)]);
    const expected = Object.keys(messages).map((key) => [key, placeholdersOf(englishOf(key))]);
    expect(placeholders).toEqual(expected);
  });
});

describe('the messages in Taiwan', () => {
  it('contain no character that is simplified only', () => {
    const simplified = /[们这为时图链页节篇约钟录导读请简单网择试现听问题词话语说该发]/u;
    const allowed = new Set(['篇', '語', '節', '單']);
    const found = Object.entries(localeOf('zh-TW').messages).filter(([, text]) =>
      [...text].some((one) => simplified.test(one) && !allowed.has(one)),
    );
    expect(found).toEqual([]);
  });
});

describe('the type of a translation', () => {
  type Source = {
    readonly title: 'Links';
    readonly links_one: '{{count}} link';
    readonly links_other: '{{count}} links';
  };

  it('has one key for each plural category of the language, and no other', () => {
    expectTypeOf<keyof Translation<Source, 'other'>>().toEqualTypeOf<'title' | 'links_other'>();
    expectTypeOf<keyof Translation<Source, 'one' | 'few' | 'many' | 'other'>>().toEqualTypeOf<
      'title' | 'links_one' | 'links_few' | 'links_many' | 'links_other'
    >();
  });
});
