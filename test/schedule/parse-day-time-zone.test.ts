import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDayTimeZone } from '../../src/schedule/parse-day-time-zone.ts';

describe('days and times in one word', () => {
  it.each([
    ['工作日8点', '12345', '08:00'],
    ['周一三五晚上8点半', '135', '20:30'],
    ['周一到周五早上8点和晚上6点', '12345', '08:00 18:00'],
    ['周末中午', '67', '12:00'],
    ['周二十点', '2', '10:00'],
    ['周二十二点', '2', '12:00'],
    ['每天8:00', '1234567', '08:00'],
    ['weekdays 8am', '12345', '08:00'],
    ['sunday evening', '7', '20:00'],
    ['weekday mornings', '12345', '08:00'],
    ['一三五晚上8点', '135', '20:00'],
    ['二四晚上8点', '24', '20:00'],
    ['周一、三、五的早上', '135', '08:00'],
    ['工作日早晚', '12345', '08:00 20:00'],
  ])('are separated in %s', (word, days, times) => {
    expect(parseDayTimeZone(word)).toEqual({ days: [...days].map(Number), times: times.split(' ') });
  });

  it.each([
    ['北京时间早上8点', { days: [], times: ['08:00'], zone: 'Asia/Shanghai' }],
    ['周末台北時間晚上八點', { days: [6, 7], times: ['20:00'], zone: 'Asia/Taipei' }],
    ['8点（东京时间）', { days: [], times: ['08:00'], zone: 'Asia/Tokyo' }],
  ])('are read with a zone in %s', (word, when) => {
    expect(parseDayTimeZone(word)).toEqual(when);
  });

  it.each(['', '早上8点', '没有时间8点', '二四点', '工作日', '8点', '工作日新闻', '工作日立即', '台湾', '周八8点'])(
    'are not found in %j',
    (word) => {
      expect(parseDayTimeZone(word)).toBeUndefined();
    },
  );

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (word) => {
        expect(['undefined', 'object']).toContain(typeof parseDayTimeZone(word));
      }),
    );
  });
});
