import { describe, expect, it } from 'vitest';
import { parseQuietHours } from '../../src/phrase/parse-quiet-hours.ts';
import { formatQuietHours } from '../../src/schedule/quiet-hours.ts';

describe('parseQuietHours', () => {
  it.each([
    ['22:00-07:00', '22:00-07:00'],
    ['10 pm – 7 am', '22:00-07:00'],
    ['10pm to 7am', '22:00-07:00'],
    ['22-7', '22:00-07:00'],
    ['von 23 bis 6 Uhr', '23:00-06:00'],
    ['de 22h à 6h', '22:00-06:00'],
    ['с 23 до 7', '23:00-07:00'],
    ['晚上10点到早上7点', '22:00-07:00'],
    ['22点到次日7点', '22:00-07:00'],
    ['晚上11點至明早7點', '23:00-07:00'],
    ['22:00 至 6:30', '22:00-06:30'],
    ['22:00－07:00', '22:00-07:00'],
    ['from 22:00 to 07:00', '22:00-07:00'],
    ['between 10pm and 7am', '22:00-07:00'],
    ['从晚上10点到早上7点', '22:00-07:00'],
    ['從晚間十點到清早六點半', '22:00-06:30'],
    ['每天22:00-7:00', '22:00-07:00'],
  ])('reads %s', (typed, hours) => {
    const quiet = parseQuietHours(typed);
    expect(quiet && formatQuietHours(quiet)).toBe(hours);
  });

  it.each(['off', ' OFF ', 'none', '关', '關閉'])('reads %s as none', (typed) => {
    expect(parseQuietHours(typed)).toBeNull();
  });

  it.each(['', 'late', '22:00', '22:00-', '22:00-07:00-08:00', '25:00-7:00', '7:00-7:00', 'instant-7'])(
    'rejects “%s”',
    (typed) => {
      expect(parseQuietHours(typed)).toBeUndefined();
    },
  );
});
