import { describe, expect, it } from 'vitest';
import { matchSections } from '../../src/arguments/match-sections.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { bus, huge, strait } from '../fixtures/articles.ts';

function match(article: typeof strait, words: string, language: 'en' | 'zh-CN' = 'en'): number[] {
  const audience = createAudience(language, 'UTC');
  return matchSections(article, words, { audience, fold: (text) => text.toLowerCase() }).map(({ number }) => number);
}

describe('headings', () => {
  it('match by a part of them', () => {
    expect(match(strait, '想要什么')).toEqual([2, 3]);
    expect(match(bus, 'ass')).toEqual([2]);
  });

  it('match in any case and without regard to punctuation and spaces', () => {
    expect(match(bus, ' DRIVERS! ')).toEqual([1]);
    expect(match(strait, '乘客 想要 什么')).toEqual([3]);
  });

  it('match whole before those that only start so, and these before those that contain it', () => {
    const titled = (titles: readonly string[]) => ({
      ...bus,
      sections: bus.sections.map((section, index) => ({ ...section, title: titles[index] ?? null })),
    });
    expect(match(titled(['The drivers', 'Drivers', 'Drivers of old']), 'drivers')).toEqual([1]);
    expect(match(titled(['The drivers', 'Drivers now', 'Drivers of old']), 'drivers')).toEqual([1, 2]);
  });

  it('match by what stands for them where there are none', () => {
    expect(match(huge, '第7个清晨')).toEqual([7]);
    expect(match(huge, 'opening')).toEqual([0]);
    expect(match(huge, '导语', 'zh-CN')).toEqual([0]);
  });

  it('match nothing that has no letter', () => {
    expect([match(strait, ''), match(strait, '？！'), match(strait, 'zebra')]).toEqual([[], [], []]);
  });
});
