import { expect, it } from 'vitest';
import { dayAfter, dayNameAt, dayPeriod, parseDayName } from '../../src/schedule/day-period.ts';

it.each(['2024-05-01', '2024-02-29'])('parses %s', (text) => {
  expect(parseDayName(text)).toBe(text);
});

it.each(['2023-02-29', '2024-13-01', '2024-5-1', '0999-01-01', '2024-05-01T00:00', '../etc', ''])(
  'parses no other text as a day: %j',
  (text) => {
    expect(parseDayName(text)).toBeUndefined();
  },
);

it('knows the days around a day', () => {
  expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29');
  expect(dayAfter('2024-01-01', -1)).toBe('2023-12-31');
  expect(dayNameAt(new Date('2024-05-01T18:00:00.000Z'), 'Asia/Shanghai')).toBe('2024-05-02');
});

it('knows when a day begins and ends in a zone', () => {
  const iso = (day: string, zone: string, time?: string) => {
    const period = dayPeriod(day, zone, time);
    return period && [period.from.toISOString(), period.until.toISOString()];
  };
  expect(iso('2024-05-01', 'Asia/Shanghai')).toEqual(['2024-04-30T16:00:00.000Z', '2024-05-01T16:00:00.000Z']);
  expect(iso('2024-05-01', 'UTC', '08:00')).toEqual(['2024-05-01T08:00:00.000Z', '2024-05-02T08:00:00.000Z']);
  expect(iso('2024-03-31', 'Europe/Berlin')).toEqual(['2024-03-30T23:00:00.000Z', '2024-03-31T22:00:00.000Z']);
  // Samoa skipped a day.
  expect(iso('2011-12-30', 'Pacific/Apia')).toBeUndefined();
  expect(iso('2011-12-29', 'Pacific/Apia')).toEqual(['2011-12-29T10:00:00.000Z', '2011-12-30T10:00:00.000Z']);
});
