import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDays } from '../../src/phrase/parse-times.ts';

describe('days of the week', () => {
  it.each([
    ['daily', '1234567'],
    ['Every day', '1234567'],
    ['everyday', '1234567'],
    ['每天', '1234567'],
    ['每日', '1234567'],
    ['天天', '1234567'],
    ['weekdays', '12345'],
    ['on weekdays', '12345'],
    ['every weekday', '12345'],
    ['workdays', '12345'],
    ['工作日', '12345'],
    ['每个工作日', '12345'],
    ['平日', '12345'],
    ['weekends', '67'],
    ['weekend', '67'],
    ['周末', '67'],
    ['每週末', '67'],
    ['mon wed fri', '135'],
    ['Mon, Wed & Fri', '135'],
    ['fri mon', '15'],
    ['mondays and thursdays', '14'],
    ['Tuesday', '2'],
    ['tues/thurs', '24'],
    ['sat.', '6'],
    ['mon-fri', '12345'],
    ['mon – fri', '12345'],
    ['monday to friday', '12345'],
    ['tue through thu, sun', '2347'],
    ['fri-mon', '1567'],
    ['sun-sun', '7'],
    ['weekends and wed', '367'],
    ['周一', '1'],
    ['周日', '7'],
    ['禮拜六', '6'],
    ['禮拜天', '7'],
    ['每个星期一', '1'],
    ['周一三五', '135'],
    ['每周一、三、五', '135'],
    ['周一、周三', '13'],
    ['周一 周二', '12'],
    ['星期一到星期五', '12345'],
    ['周一至五', '12345'],
    ['週一至週五', '12345'],
    ['周一到三、五', '1235'],
    ['周六日', '67'],
    ['周末和周三', '367'],
    ['周1-5', '12345'],
    ['周五到周一', '1567'],
    ['周一到周五 每天', '12345'],
    ['周一/三/五', '135'],
    ['周一 三 五', '135'],
    ['一三五', '135'],
    ['二四六', '246'],
    ['一三五日', '1357'],
    ['周一三五七', '1357'],
    ['一到五', '12345'],
    ['once a day', '1234567'],
    ['7 days a week', '1234567'],
    ['every day of the week', '1234567'],
    ['每天一次', '1234567'],
    ['weekly', '1'],
    ['every week on friday', '5'],
    ['每週', '1'],
    ['每周一次', '1'],
    ['MWF', '135'],
    ['every day except sunday', '123456'],
    ['weekdays but not fri', '1234'],
    ['每天除了周末', '12345'],
    ['除了周日以外每天', '123456'],
  ])('are found in %s', (typed, days) => {
    expect(parseDays(typed)?.join('')).toBe(days);
  });

  it.each([
    '',
    ' ',
    '周',
    'week',
    '星期',
    '1',
    '135',
    'mon-',
    '-',
    'mon-tue-wed',
    'month',
    'monkey',
    '上海',
    '周八',
    '周杰伦',
    '日本',
    '日',
    '8:00',
    'mon 8:00',
    'all',
    '五四',
    '六四',
    '三五',
    '一二九',
    '三国',
    '一带一路',
    'every day except',
    'sat except weekends',
    'except sport',
  ])('are not found in %j', (typed) => {
    expect(parseDays(typed)).toBeUndefined();
  });

  it.each(['every other day', 'every 3 days', 'Fortnightly', 'twice a week', '隔天', '每隔两天', '每周两次', '每个月'])(
    'are invalid in %s, which can only mean days',
    (typed) => {
      expect(parseDays(typed)).toBeUndefined();
    },
  );

  it('never throw, and are sorted and unique', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[周星期一二三五六日天末至到、1-7 -]{1,20}$/u),
      fc
        .array(fc.constantFrom('mon', 'fri', 'sun', '-', ' ', ',', 'and', 'to', 'weekends', 'except', '除了', '每天'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const days = parseDays(typed);
        if (days === undefined) return;
        expect(days.length).toBeGreaterThan(0);
        expect([1, 2, 3, 4, 5, 6, 7].filter((day) => days.includes(day))).toEqual(days);
      }),
      { numRuns: 1000 },
    );
  });
});
