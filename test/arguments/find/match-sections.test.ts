import { describe, expect, it } from 'vitest';
import { matchSections } from '../../../src/arguments/find/match-sections.ts';
import { createAudience } from '../../../src/locales/audience.ts';
import { bus, huge, strait } from '../../fixtures/articles.ts';

function match(article: typeof strait, words: string, language: 'en' | 'zh-CN' = 'en'): number[] {
  const audience = createAudience(language, 'UTC');
  return matchSections(article, words, { audience, fold: (text) => text.toLowerCase() }).map(({ number }) => number);
}

describe('headings', () => {
  it('match by a part of their text', () => {
    expect(match(strait, '想要什么')).toEqual([2, 3]);
    expect(match(bus, 'ass')).toEqual([2]);
  });

  it('match regardless of case, punctuation and spaces', () => {
    expect(match(bus, ' DRIVERS! ')).toEqual([1]);
    expect(match(strait, '乘客 想要 什么')).toEqual([3]);
  });

  it('rank an exact match first, then those that start with the words, then those that contain them', () => {
    const titled = (titles: readonly string[]) => ({
      ...bus,
      sections: bus.sections.map((section, index) => ({ ...section, title: titles[index] ?? null })),
    });
    expect(match(titled(['The drivers', 'Drivers', 'Drivers of old']), 'drivers')).toEqual([1]);
    expect(match(titled(['The drivers', 'Drivers now', 'Drivers of old']), 'drivers')).toEqual([1, 2]);
  });

  it('match by their label if a section has none', () => {
    expect(match(huge, '第7个清晨')).toEqual([7]);
    expect(match(huge, 'opening')).toEqual([0]);
    expect(match(huge, '导语', 'zh-CN')).toEqual([0]);
  });

  it('do not match text without letters', () => {
    expect([match(strait, ''), match(strait, '？！'), match(strait, 'zebra')]).toEqual([[], [], []]);
  });
});
