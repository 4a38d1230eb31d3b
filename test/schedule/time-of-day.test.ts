import { describe, expect, it } from 'vitest';
import { splitTime } from '../../src/schedule/time-of-day.ts';

describe('a time of day', () => {
  it.each([
    ['8:00', '', '8:00'],
    ['08:30:15', '', '8:30'],
    ['8:30 pm', '', '20:30'],
    ['8am', '', '8:00'],
    ['12am', '', '0:00'],
    ['12:15 pm', '', '12:15'],
    ['8点', '', '8:00'],
    ['8点半', '', '8:30'],
    ['20點05分', '', '20:05'],
    ['8点整', '', '8:00'],
    ['上午9点', '', '9:00'],
    ['下午3点', '', '15:00'],
    ['晚上8:45', '', '20:45'],
    ['中午12点', '', '12:00'],
    ['中午1点', '', '13:00'],
    ['凌晨2点', '', '2:00'],
    ['凌晨12点半', '', '0:30'],
    ['yesterday 18:00', 'yesterday', '18:00'],
    ['2021-11-10t08:30', '2021-11-10', '8:30'],
    ['sat 8:00', 'sat', '8:00'],
    ['mon, 15 nov, 9am', 'mon, 15 nov', '9:00'],
    ['昨天下午3点', '昨天', '15:00'],
  ])('finds %s after “%s”: %s', (text, before, clock) => {
    const [hour, minute] = clock.split(':').map(Number);
    expect(splitTime(text)).toEqual({ before, hour, minute });
  });

  it.each(['', '8', 'noon', '24:00', '8:60', '13pm', '0am', '8:5', '晚上12点', '8点61', 'at 8 o’clock'])(
    'is not found in %j',
    (text) => {
      expect(splitTime(text)).toBeUndefined();
    },
  );
});
