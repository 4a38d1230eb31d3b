import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/locales/format-date.ts';
import { languages } from '../../src/locales/languages.ts';
import { parseSince } from '../../src/schedule/parse-since.ts';

// A Monday, 20:00 in Shanghai.
const now = new Date('2021-11-15T12:00:00.000Z');

function since(typed: string, zone = 'Asia/Shanghai'): string | undefined {
  return parseSince(typed, { now, zone })?.toISOString();
}

describe('since', () => {
  it('knows every number up to twelve as a word', () => {
    const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
    for (const [at, word] of words.entries())
      expect([word, since(`${word} hours ago`)]).toEqual([word, since(`${at + 1}h`)]);
  });

  it('knows every day of the week and every month', () => {
    const days = 'tuesday wednesday thursday friday saturday sunday monday'.split(' ');
    for (const [at, day] of days.entries())
      expect([day, since(day)]).toEqual([day, since(`2021-11-${String(9 + at).padStart(2, '0')}`)]);
    for (let month = 1; month <= 11; month += 1) {
      const name = new Date(Date.UTC(2021, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
      const first = `2021-${String(month).padStart(2, '0')}-01`;
      expect([name, since(`since ${name}`)]).toEqual([name, since(first)]);
    }
  });

  it.each([
    ['2021-11-10T08:00:00Z', '2021-11-10T08:00:00.000Z'],
    ['2021-11-10T08:00:00.000Z', '2021-11-10T08:00:00.000Z'],
    ['2021-11-10T08:00+02:00', '2021-11-10T06:00:00.000Z'],
    ['2021-11-10', '2021-11-09T16:00:00.000Z'],
    ['last weekend', '2021-11-12T16:00:00.000Z'],
    ['上周末以来', '2021-11-12T16:00:00.000Z'],
    ['2021/11/10 8:30', '2021-11-10T00:30:00.000Z'],
    ['2021-11-10T08:30', '2021-11-10T00:30:00.000Z'],
    ['2021年11月10日', '2021-11-09T16:00:00.000Z'],
    ['11月10日', '2021-11-09T16:00:00.000Z'],
    ['12-24', '2020-12-23T16:00:00.000Z'],
    ['24h', '2021-11-14T12:00:00.000Z'],
    ['90 minutes ago', '2021-11-15T10:30:00.000Z'],
    ['3d', '2021-11-12T12:00:00.000Z'],
    ['最近三天的', '2021-11-12T12:00:00.000Z'],
    ['这三天', '2021-11-12T12:00:00.000Z'],
    ['昨天的文摘', '2021-11-13T16:00:00.000Z'],
    ['yesterday’s news', '2021-11-13T16:00:00.000Z'],
    ['昨晚', '2021-11-13T16:00:00.000Z'],
    ['今早', '2021-11-14T16:00:00.000Z'],
    ['周日到现在', '2021-11-13T16:00:00.000Z'],
    ['３天', '2021-11-12T12:00:00.000Z'],
    ['last 3 days', '2021-11-12T12:00:00.000Z'],
    ['最近三天', '2021-11-12T12:00:00.000Z'],
    ['三天前', '2021-11-12T12:00:00.000Z'],
    ['过去24小时', '2021-11-14T12:00:00.000Z'],
    ['一周', '2021-11-08T12:00:00.000Z'],
    ['兩週', '2021-11-01T12:00:00.000Z'],
    ['十二个小时', '2021-11-15T00:00:00.000Z'],
    ['二十天', '2021-10-26T12:00:00.000Z'],
    ['last week', '2021-11-08T12:00:00.000Z'],
    ['a month', '2021-10-15T12:00:00.000Z'],
    ['1 year', '2020-11-15T12:00:00.000Z'],
    ['today', '2021-11-14T16:00:00.000Z'],
    ['Yesterday', '2021-11-13T16:00:00.000Z'],
    ['昨天', '2021-11-13T16:00:00.000Z'],
    ['昨天以来', '2021-11-13T16:00:00.000Z'],
    ['前天', '2021-11-12T16:00:00.000Z'],
    ['since monday', '2021-11-14T16:00:00.000Z'],
    ['周六', '2021-11-12T16:00:00.000Z'],
    ['本周', '2021-11-14T16:00:00.000Z'],
    ['this month', '2021-10-31T16:00:00.000Z'],
    ['this year', '2020-12-31T16:00:00.000Z'],
    ['去年', '2019-12-31T16:00:00.000Z'],
    ['上周', '2021-11-07T16:00:00.000Z'],
    ['上星期五', '2021-11-11T16:00:00.000Z'],
    ['上个月', '2021-09-30T16:00:00.000Z'],
    ['2021年', '2020-12-31T16:00:00.000Z'],
    ['2020', '2019-12-31T16:00:00.000Z'],
    ['2021年6月', '2021-05-31T16:00:00.000Z'],
    ['2021-06', '2021-05-31T16:00:00.000Z'],
    ['20211110', '2021-11-09T16:00:00.000Z'],
    ['六月', '2021-05-31T16:00:00.000Z'],
    ['12月', '2020-11-30T16:00:00.000Z'],
    ['十一月十日', '2021-11-09T16:00:00.000Z'],
    ['6个月', '2021-05-15T12:00:00.000Z'],
    ['10 Nov', '2021-11-09T16:00:00.000Z'],
    ['Wed 10 Nov', '2021-11-09T16:00:00.000Z'],
    ['since 3 Sept 2021 06:30', '2021-09-02T22:30:00.000Z'],
    ['November 10th, 2021', '2021-11-09T16:00:00.000Z'],
    ['Dec 24', '2020-12-23T16:00:00.000Z'],
    ['June', '2021-05-31T16:00:00.000Z'],
    ['june 2020', '2020-05-31T16:00:00.000Z'],
    ['08:00', '2021-11-15T00:00:00.000Z'],
    ['8am', '2021-11-15T00:00:00.000Z'],
    ['since 9:30 pm', '2021-11-14T13:30:00.000Z'],
    ['8点半', '2021-11-15T00:30:00.000Z'],
    ['昨天下午3点', '2021-11-14T07:00:00.000Z'],
    ['yesterday 18:00', '2021-11-14T10:00:00.000Z'],
    ['sat 8:00', '2021-11-13T00:00:00.000Z'],
    ['2021年11月10日 14:30', '2021-11-10T06:30:00.000Z'],
    ['three weeks ago', '2021-10-25T12:00:00.000Z'],
    ['one day', '2021-11-14T12:00:00.000Z'],
    ['half an hour', '2021-11-15T11:30:00.000Z'],
    ['半天', '2021-11-15T00:00:00.000Z'],
    ['半个月', '2021-10-31T12:00:00.000Z'],
    ['近半年', '2021-05-15T12:00:00.000Z'],
    ['tomorrow', '2021-11-15T16:00:00.000Z'],
    ['明天', '2021-11-15T16:00:00.000Z'],
  ])('%s', (typed, instant) => {
    expect(since(typed)).toBe(instant);
  });

  it.each([
    '',
    'soon',
    '2021-02-30',
    '2021-13-01',
    '25:00',
    '13pm',
    '08:61',
    '晚上12点',
    '3',
    'mar 32',
    '2021年13月',
    'nov ember',
    '99999d',
    '台湾',
    '9999年',
    '2021-11-10T99:00:00Z',
  ])('rejects %j', (typed) => {
    expect(since(typed)).toBeUndefined();
  });

  it.each(languages)('reads every date as formatted in %s', (language) => {
    const zone = 'Asia/Shanghai';
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: now, noInvalidDate: true }), (date) => {
        const shown = formatDate(date.toISOString(), { language, zone });
        const toTheMinute = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
        // The hour that the clocks of the zone went through twice is no matter here.
        fc.pre(formatDate(new Date(date.getTime() - 3_600_000).toISOString(), { language, zone }) !== shown);
        fc.pre(formatDate(new Date(date.getTime() + 3_600_000).toISOString(), { language, zone }) !== shown);
        expect(since(shown ?? '', zone)).toBe(toTheMinute);
      }),
    );
  });

  it('starts a day at its first instant if the clock changes at midnight', () => {
    expect(since('2021-10-01', 'Asia/Amman')).toBe('2021-09-30T21:00:00.000Z');
    expect(since('2022-02-25', 'Asia/Amman')).toBe('2022-02-24T22:00:00.000Z');
  });

  it('never throws', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[\d\-/:年月日T ]{1,20}$/u),
      fc.stringMatching(/^\d{0,6} ?[dhw天周月y]{1,3}$/u),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const found = parseSince(typed, { now, zone: 'UTC' });
        expect(found === undefined || !Number.isNaN(found.getTime())).toBe(true);
      }),
    );
  });
});
