import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTimes } from '../../src/phrase/parse-times.ts';

describe('times of day', () => {
  it.each([
    ['8:00', '08:00'],
    ['08:00', '08:00'],
    ['８：３０', '08:30'],
    ['8am', '08:00'],
    ['8 AM', '08:00'],
    ['8 a.m.', '08:00'],
    ['8:30 pm', '20:30'],
    ['8.30', '08:30'],
    ['8.30 pm', '20:30'],
    ['0830', '08:30'],
    ['0830 20.15', '08:30 20:15'],
    ['12am', '00:00'],
    ['20:30', '20:30'],
    ['20:30:00', '20:30'],
    ['0:00', '00:00'],
    ['08:00 20:00', '08:00 20:00'],
    ['20:00, 8:00, 20:00', '08:00 20:00'],
    ['8am and 6pm', '08:00 18:00'],
    ['8am/6pm', '08:00 18:00'],
    ['8 am & 6 pm', '08:00 18:00'],
    ['8:00、20:00', '08:00 20:00'],
    ['8:00和20:00', '08:00 20:00'],
    ['every day at 8am', '08:00'],
    ['daily 9:00', '09:00'],
    ['at noon', '12:00'],
    ['12 noon', '12:00'],
    ['midnight', '00:00'],
    ['noon and midnight', '00:00 12:00'],
    ['8点', '08:00'],
    ['八点', '08:00'],
    ['8點鐘', '08:00'],
    ['8点整', '08:00'],
    ['零点', '00:00'],
    ['8点一刻', '08:15'],
    ['下午三点三刻', '15:45'],
    ['二十点三十分', '20:30'],
    ['十点零五分', '10:05'],
    ['早上8点半', '08:30'],
    ['早上 8点', '08:00'],
    ['早8点', '08:00'],
    ['晚9点', '21:00'],
    ['晚上八點半', '20:30'],
    ['每天8点', '08:00'],
    ['每天早上八点半', '08:30'],
    ['下午3点 晚上9点', '15:00 21:00'],
    ['下午3点晚上9点', '15:00 21:00'],
    ['下午3点和5点', '15:00 17:00'],
    ['晚上8点、10点、12点', '00:00 20:00 22:00'],
    ['上午9点、14点', '09:00 14:00'],
    ['中午', '12:00'],
    ['正午', '12:00'],
    ['中午12点半', '12:30'],
    ['中午十二点半', '12:30'],
    ['中午1点', '13:00'],
    ['午夜', '00:00'],
    ['晚上12点', '00:00'],
    ['晚上十二点半', '00:30'],
    ['晚上12:15', '00:15'],
    ['午夜十二点', '00:00'],
    ['半夜2点', '02:00'],
    ['夜里十一点', '23:00'],
    ['傍晚6点', '18:00'],
    ['今晚上8点', '20:00'],
    ['十点三十和八点', '08:00 10:30'],
    ['半夜十二點', '00:00'],
    ['凌晨12点', '00:00'],
    ['凌晨十二點半', '00:30'],
    ['每晚8点', '20:00'],
    ['每早七點', '07:00'],
    ['晚间8点', '20:00'],
    ['晚間八點半', '20:30'],
    ['深夜11点', '23:00'],
    ['午后3点', '15:00'],
    ['午後三點', '15:00'],
    ['清早6点', '06:00'],
    ['早间7点 晚间9点', '07:00 21:00'],
    ['早8晚8', '08:00 20:00'],
    ['早八晚九', '08:00 21:00'],
    ["8 o'clock", '08:00'],
    ['8 in the evening', '20:00'],
    ['12 in the afternoon', '12:00'],
    ['12 at night', '00:00'],
    ['2 at night', '02:00'],
    ['20:30 in the evening', '20:30'],
    ['8:15 every morning', '08:15'],
    ['9pm every evening', '21:00'],
    ['half past eight in the evening', '20:30'],
    ['quarter to one', '12:45'],
    ['a quarter past 7 pm', '19:15'],
    ['seven am', '07:00'],
    ['every morning', '08:00'],
    ['mornings and evenings', '08:00 20:00'],
    ['every morning at 7 and every evening at 9', '07:00 21:00'],
    ['twice a day', '08:00 20:00'],
    ['早上', '08:00'],
    ['每天晚上', '20:00'],
    ['每早', '08:00'],
    ['早上和晚上', '08:00 20:00'],
    ['早晚八点', '08:00 20:00'],
    ['早晚各一次', '08:00 20:00'],
    ['每天兩次', '08:00 20:00'],
    ['晚8', '20:00'],
    ['8、12、18点', '08:00 12:00 18:00'],
    ['at 9 o’clock', '09:00'],
  ])('are found in %s', (typed, times) => {
    expect(parseTimes(typed)).toEqual(times.split(' '));
  });

  it.each(['instant', 'Instantly', 'immediately', '立即', '即时', '即時', '隨時', '实时'])(
    'are instant in %s',
    (typed) => {
      expect(parseTimes(typed)).toBe('instant');
    },
  );

  it.each(['2024', '1830', '3.14', '20.10', '1.2.15', '0.5', '08.3', '192.168.0.30'])(
    'are not found in %s',
    (typed) => {
      expect(parseTimes(typed)).toBeUndefined();
    },
  );

  it.each([
    '08:61',
    '24:00',
    '25:30',
    '13pm',
    '0 am',
    '8:5',
    '25点',
    '8点61分',
    '下午25:00',
    'every hour',
    'every 2 hours',
    '每小时',
    '每两小时',
  ])('are invalid in %s, which can only mean times', (typed) => {
    expect(parseTimes(typed)).toBeUndefined();
  });

  it.each([
    '',
    ' ',
    '2026',
    'every day',
    '每天',
    '早上好',
    'eight',
    'seven in ten',
    'half past',
    '上海',
    '8:00 headlines',
    '8:0020:00',
  ])('are not found in %j', (typed) => {
    expect(parseTimes(typed)).toBeUndefined();
  });

  it('are at most twelve', () => {
    const times = Array.from({ length: 13 }, (_, hour) => `${hour}:00`);
    expect(parseTimes(times.slice(1).join(' '))).toHaveLength(12);
    expect(parseTimes(times.join(' '))).toBeUndefined();
    expect(parseTimes([...times.slice(1), '1:00'].join(' '))).toHaveLength(12);
  });

  it('are read back from their formatted form', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(
        fc.uniqueArray(time, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(', ', '、', ' '),
        (times, join) => {
          expect(parseTimes(times.join(join))).toEqual(times.toSorted());
        },
      ),
    );
  });

  it('never throw, and are always valid times', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[\d: ,点半早晚上下午和零十apm]{1,30}$/u),
      fc
        .array(
          fc.constantFrom(
            'half',
            'past',
            'quarter',
            'to',
            'eight',
            '13',
            '8:30',
            'in the',
            'every',
            'evening',
            'at',
            'night',
            'pm',
          ),
        )
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const times = parseTimes(typed);
        if (times === undefined || times === 'instant') return;
        expect(times.every((time) => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time))).toBe(true);
        expect(times).toEqual([...new Set(times)].toSorted());
        expect(times.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
