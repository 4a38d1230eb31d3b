import { describe, expect, it } from 'vitest';
import { createAudience } from '../../src/locales/audience.ts';
import { formatDays, formatRecurring, formatSlot, formatTimes } from '../../src/locales/format-slot.ts';

const readers = {
  en: createAudience('en', 'Asia/Shanghai'),
  'zh-CN': createAudience('zh-CN', 'Asia/Shanghai'),
  'zh-TW': createAudience('zh-TW', 'Asia/Shanghai'),
};

describe('times of day', () => {
  it('are listed as the language lists things', () => {
    expect(formatTimes(['08:00', '20:30'], readers.en)).toBe('08:00, 20:30');
    expect(formatTimes(['08:00', '20:30'], readers['zh-CN'])).toBe('08:00、20:30');
    expect(formatTimes(['08:00'], readers['zh-TW'])).toBe('08:00');
  });
});

describe('days of the week', () => {
  it.each([
    [
      [1, 2, 3, 4, 5, 6, 7],
      ['every day', '每天', '每天'],
    ],
    [
      [1, 2, 3, 4, 5],
      ['weekdays', '工作日', '平日'],
    ],
    [
      [6, 7],
      ['weekends', '周末', '週末'],
    ],
    [
      [1, 3, 5],
      ['Mon, Wed, Fri', '周一、周三、周五', '週一、週三、週五'],
    ],
    [
      [7, 4],
      ['Thu, Sun', '周四、周日', '週四、週日'],
    ],
    [[2], ['Tue', '周二', '週二']],
  ])('%j are named in each language', (days, expected) => {
    expect(Object.values(readers).map((audience) => formatDays(days, audience))).toEqual(expected);
  });

  it.each([
    [[2], ['every Tuesday', '每星期二', '每星期二']],
    [
      [1, 3],
      ['Mon, Wed', '周一、周三', '週一、週三'],
    ],
  ])('%j are named as days on which something happens again', (days, expected) => {
    expect(Object.values(readers).map((audience) => formatRecurring(days, audience))).toEqual(expected);
  });
});

describe('a slot', () => {
  // A Monday, 23:30 in Shanghai.
  const now = new Date('2026-11-16T15:30:00Z');

  it.each([
    ['2026-11-16T23:45', ['today 23:45', '今天 23:45', '今天 23:45']],
    ['2026-11-16T00:00', ['today 00:00', '今天 00:00', '今天 00:00']],
    ['2026-11-17T00:00', ['tomorrow 00:00', '明天 00:00', '明天 00:00']],
    ['2026-11-15T20:00', ['yesterday 20:00', '昨天 20:00', '昨天 20:00']],
    ['2026-11-18T08:00', ['Wed 08:00', '周三 08:00', '週三 08:00']],
    ['2026-11-22T08:00', ['Sun 08:00', '周日 08:00', '週日 08:00']],
    ['2026-11-23T08:00', ['23 Nov 08:00', '11月23日 08:00', '11月23日 08:00']],
    ['2026-11-14T08:00', ['14 Nov 08:00', '11月14日 08:00', '11月14日 08:00']],
    ['2027-01-04T08:00', ['4 Jan 2027 08:00', '2027年1月4日 08:00', '2027年1月4日 08:00']],
  ])('at %s is shown as the reader would say it', (wall, expected) => {
    const slot = new Date(`${wall}:00+08:00`);
    expect(Object.values(readers).map((audience) => formatSlot(slot, now, audience))).toEqual(expected);
  });

  it('is on the day that the reader’s own calendar shows', () => {
    const slot = new Date('2026-11-16T23:00:00Z');
    expect(formatSlot(slot, now, createAudience('en', 'America/New_York'))).toBe('today 18:00');
    expect(formatSlot(slot, now, createAudience('en', 'Pacific/Kiritimati'))).toBe('today 13:00');
    expect(formatSlot(slot, now, readers.en)).toBe('tomorrow 07:00');
  });
});
