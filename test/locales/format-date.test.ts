import { describe, expect, it } from 'vitest';
import { formatDate, formatDay } from '../../src/locales/format-date.ts';
import type { Language } from '../../src/locales/languages.ts';

const shanghai = (language: Language) => ({ language, zone: 'Asia/Shanghai' });

describe('a date', () => {
  it.each([
    ['en', '16 Nov 2021 04:13'],
    ['zh-CN', '2021年11月16日 04:13'],
    ['zh-TW', '2021年11月16日 04:13'],
  ] as const)('is shown in %s in the reader’s zone', (language, shown) => {
    expect(formatDate('2021-11-15T20:13:06.000Z', shanghai(language))).toBe(shown);
  });

  it('without a time of day is the same in every zone', () => {
    const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'];
    expect(new Set(zones.map((zone) => formatDate('2021-11-15', { language: 'en', zone })))).toEqual(
      new Set(['15 Nov 2021']),
    );
  });

  it('shows midnight as 00:00', () => {
    expect(formatDate('2021-11-14T16:00:00.000Z', shanghai('en'))).toBe('15 Nov 2021 00:00');
  });

  it('is nothing where there is none', () => {
    expect([formatDate(null, shanghai('en')), formatDate('soon', shanghai('en'))]).toEqual([undefined, undefined]);
  });

  it.each([
    ['en', 'Tue 16 Nov'],
    ['zh-CN', '11月16日 周二'],
    ['zh-TW', '11月16日 週二'],
  ] as const)('heads a digest in %s', (language, shown) => {
    expect(formatDay(new Date('2021-11-15T20:13:06.000Z'), shanghai(language))).toBe(shown);
  });
});
