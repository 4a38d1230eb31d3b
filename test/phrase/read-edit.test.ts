import { describe, expect, it } from 'vitest';
import { readEdit } from '../../src/phrase/read-edit.ts';

describe('words that edit a subscription', () => {
  it.each([
    ['change it to 9:30', 'change', '9:30'],
    ['please make it 9am instead', 'change', '9am'],
    ['change 2 to 9:00', 'change', '#2 9:00'],
    ['move the second one to 21:00', 'change', '#2 21:00'],
    ['改成9点', 'change', '9点'],
    ['第一个改到早上6点', 'change', '第一个早上6点'],
    ['请帮我把推送时间改到早上6点吧', 'change', '早上6点'],
    ['cámbialo a las 9', 'change', 'las 9'],
    ['перенеси на 9:00', 'change', '9:00'],
    ['also at 18:00', 'add', '18:00'],
    ['add 18:00', 'add', '18:00'],
    ['2 also on sundays', 'add', '#2 sundays'],
    ['18:00 as well', 'add', '18:00'],
    ['再加一个晚上8点', 'add', '晚上8点'],
    ['auch um 18 Uhr', 'add', 'um 18 Uhr'],
    ['18時も', 'add', '18時'],
    ['stop sending me taiwan news', 'end', 'taiwan news'],
    ['cancel weekends please', 'end', 'weekends'],
    ['取消周末', 'end', '周末'],
    ['the third digest at 21:00', 'change', '#3 21:00'],
    ['no longer on sundays', 'end', 'sundays'],
    ['drop the topic football', 'end', 'football'],
    ['stop', 'end', ''],
  ])('%s', (typed, kind, rest) => {
    expect(readEdit(typed)).toEqual({ kind, rest });
  });

  it.each(['climate change 8am', 'the additional protocol', '8am', 'stopgap measures', '台湾 加拿大', '来自BBC'])(
    'are not in %s',
    (typed) => {
      expect(readEdit(typed)).toBeUndefined();
    },
  );
});
