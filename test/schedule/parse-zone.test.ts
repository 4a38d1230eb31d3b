import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/locales/languages.ts';
import { zoneName } from '../../src/locales/zone-name.ts';
import { cities } from '../../src/schedule/cities.ts';
import { countries } from '../../src/schedule/countries.ts';
import { isZoneWord, parseZone, zonesMeant } from '../../src/schedule/parse-zone.ts';
import { toKnownName, zones, zonesByRegion } from '../../src/schedule/zones.ts';

describe('a zone', () => {
  it.each([
    ['asia/shanghai', 'Asia/Shanghai'],
    ['ASIA/SHANGHAI', 'Asia/Shanghai'],
    ['America/New York', 'America/New_York'],
    ['asia/calcutta', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Chongqing', 'Asia/Shanghai'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['etc/gmt-8', 'Etc/GMT-8'],
    ['上海', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['Beijing time', 'Asia/Shanghai'],
    ['纽约', 'America/New_York'],
    ['紐約', 'America/New_York'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['newyork', 'America/New_York'],
    ['東京', 'Asia/Tokyo'],
    ['london', 'Europe/London'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Xi’an', 'Asia/Shanghai'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['utc+0', 'UTC'],
    ['utc+8', 'Etc/GMT-8'],
    ['UTC +08:00', 'Etc/GMT-8'],
    ['ｕｔｃ＋８', 'Etc/GMT-8'],
    ['gmt-5', 'Etc/GMT+5'],
    ['utc−5', 'Etc/GMT+5'],
    ['+0800', 'Etc/GMT-8'],
    ['+8', 'Etc/GMT-8'],
    ['东八区', 'Etc/GMT-8'],
    ['西五區', 'Etc/GMT+5'],
    ['gmt+5:30', 'Asia/Kolkata'],
    ['utc+0545', 'Asia/Kathmandu'],
    ['EST', 'America/New_York'],
    ['jst', 'Asia/Tokyo'],
    ['Eastern', 'America/New_York'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['Eastern Standard Time', 'America/New_York'],
    ['Central European Time', 'Europe/Berlin'],
    ['AEST', 'Australia/Sydney'],
    ['SGT', 'Asia/Singapore'],
    ['utc+5.5', 'Asia/Kolkata'],
    ['东9区', 'Etc/GMT-9'],
    ['美东时间', 'America/New_York'],
    ['Köln', 'Europe/Berlin'],
    ['Москва', 'Europe/Moscow'],
    ['القاهرة', 'Africa/Cairo'],
    ['厦门', 'Asia/Shanghai'],
    ['九龍', 'Asia/Hong_Kong'],
  ])('is found in %s, which can only mean a zone', (typed, zone) => {
    expect(parseZone(typed)).toBe(zone);
    expect(isZoneWord(typed)).toBe(true);
  });

  it.each([
    ['gaza', 'Asia/Gaza'],
    ['center', 'America/North_Dakota/Center'],
    ['jersey', 'Europe/Jersey'],
    ['台灣', 'Asia/Taipei'],
    ['中国', 'Asia/Shanghai'],
    ['Japan', 'Asia/Tokyo'],
    ['加州时间', 'America/Los_Angeles'],
    ['印尼', 'Asia/Jakarta'],
    ['Winnipeg', 'America/Winnipeg'],
    ['Grenoble', 'Europe/Paris'],
  ])('is found in %s, which may also mean something else', (typed, zone) => {
    expect(parseZone(typed)).toBe(zone);
    expect(isZoneWord(typed)).toBe(false);
  });

  it('is asked about if cities of about the same size share the name', () => {
    expect(parseZone('Springfield')).toBeUndefined();
    expect(zonesMeant('Springfield').length).toBeGreaterThan(1);
    expect(parseZone('Manchester')).toBe('Europe/London');
  });

  it.each(['utc+15', 'gmt-3:30', 'utc+5:99', 'asia/nowhere', 'America/', 'CST', 'bst'])(
    'is unknown in %s, which can only mean a zone',
    (typed) => {
      expect(parseZone(typed)).toBeUndefined();
      expect(isZoneWord(typed)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    '8',
    '-300',
    '+123',
    'bbc.com/news',
    'headlines',
    '工作日',
    '东区',
    'constructor',
    '__proto__',
    '.',
  ])('is not found in %j', (typed) => {
    expect(parseZone(typed)).toBeUndefined();
    expect(isZoneWord(typed)).toBe(false);
  });

  it.each(['utc-9:30', 'utc+3:30', 'utc+4:30', 'utc+5:30', 'utc+5:45', 'utc+6:30', 'utc+8:45', 'utc+9:30'])(
    'of %s keeps that offset all year',
    (typed) => {
      const zone = parseZone(typed) ?? '';
      const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
      const offsets = [0, 3, 6, 9].map(
        (month) => format.formatToParts(Date.UTC(2026, month)).find(({ type }) => type === 'timeZoneName')?.value,
      );
      const expected = typed.replace(/utc([+-])(\d):/u, 'GMT$10$2:');
      expect(offsets).toEqual([expected, expected, expected, expected]);
    },
  );

  it('is found by its own name', () => {
    for (const zone of zones) expect(parseZone(zone.toUpperCase())).toBe(zone);
  });

  it.each(languages)('is found by every name that people see in %s', (language) => {
    for (const zone of zones) expect([zone, parseZone(zoneName(zone, language))]).toEqual([zone, zone]);
  });

  it.each(['很长时间', '時間', '某地時間', 'a 时间'])(
    'is not found in %s, which ends like the name of one',
    (typed) => {
      expect(zonesMeant(typed)).toEqual([]);
    },
  );

  it('is known to the runtime, for every place', () => {
    const places = [...cities.keys(), ...countries.keys()];
    expect(places.filter((zone) => !zones.includes(zone))).toEqual([]);
  });

  it('is unique for each city name', () => {
    for (const [zone, names] of cities) for (const name of names) expect([name, parseZone(name)]).toEqual([name, zone]);
    for (const [zone, names] of countries)
      for (const name of names) expect([name, parseZone(name)]).toEqual([name, zone]);
  });

  it('never throws, and is known to the runtime', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^(?:utc|gmt)? ?[+-]\d{0,4}:?\d{0,2}$/u),
      fc.stringMatching(/^(?:etc|asia|us)\/[a-z/+\-\d]{0,12}$/u),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const zone = parseZone(typed);
        expect(typeof isZoneWord(typed)).toBe('boolean');
        if (zone !== undefined) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the zones', () => {
  it('have their common names', () => {
    for (const zone of ['Asia/Shanghai', 'Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh', 'UTC']) {
      expect(zones).toContain(zone);
    }
    expect(zones).not.toContain('Asia/Calcutta');
    expect(toKnownName('Asia/Tokyo')).toBe('Asia/Tokyo');
  });

  it('keep the same time under their current names', () => {
    const shown = (timeZone: string, at: number) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(at);
    const listed = Intl.supportedValuesOf('timeZone').filter((zone) => toKnownName(zone) !== zone);
    for (const zone of listed) {
      for (const at of [Date.UTC(2026, 0), Date.UTC(2026, 6)])
        expect(shown(toKnownName(zone), at)).toBe(shown(zone, at));
    }
  });

  it('are listed by region, once each', () => {
    const regions = zonesByRegion();
    expect([...regions.keys()]).toEqual(
      expect.arrayContaining(['Africa', 'America', 'Asia', 'Australia', 'Europe', 'Pacific']),
    );
    expect(regions.get('Asia')).toContain('Asia/Shanghai');
    expect([...regions.values()].flat().toSorted()).toEqual(zones);
  });
});
