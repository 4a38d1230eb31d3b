import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateLine, readDatetime, readStamp } from '../../src/snapshot/dates.ts';

describe('readStamp', () => {
  it('reads milliseconds', () => {
    expect(readStamp(' 1700000000000 ')).toEqual({ stampedAt: '2023-11-14T22:13:20.000Z', problem: null });
  });

  it('reports seconds', () => {
    const { stampedAt, problem } = readStamp('1700000000');
    expect(stampedAt).toBeNull();
    expect(problem).toContain('seconds');
  });

  it.each(['NaN', '', '-1700000000000', '0', '99999999999999', '5e11', '1'.repeat(100_000)])(
    'refuses %.20j',
    (text) => {
      const { stampedAt, problem } = readStamp(text);
      expect(stampedAt).toBeNull();
      expect(problem).toMatch(/stamp/);
    },
  );

  it.each([
    [Date.UTC(1990, 0, 1) - 1, null],
    [Date.UTC(1990, 0, 1), '1990-01-01T00:00:00.000Z'],
    [Date.UTC(2100, 0, 1) - 1, '2099-12-31T23:59:59.999Z'],
    [Date.UTC(2100, 0, 1), null],
  ])('reads %i as %s', (stamp, stampedAt) => {
    expect(readStamp(String(stamp)).stampedAt).toBe(stampedAt);
  });

  it('returns a year from 1990 to 2099 or none, for any number', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (stamp) => {
        const { stampedAt, problem } = readStamp(String(stamp));
        expect(stampedAt === null).toBe(problem !== null);
        if (stampedAt !== null) expect(stampedAt).toMatch(/^(?:199|20\d)\d-/);
      }),
    );
  });
});

describe('readDatetime', () => {
  it.each([
    ['2023-11-14T22:13:20.000Z', '2023-11-14T22:13:20.000Z'],
    ['2023-11-14t22:13:20z', '2023-11-14T22:13:20.000Z'],
    ['2023-11-14T22:13+08:00', '2023-11-14T14:13:00.000Z'],
    ['2023-11-14 22:13:20 -0530', '2023-11-15T03:43:20.000Z'],
    ['2023-11-14T22:13:20.1234567-05', '2023-11-15T03:13:20.123Z'],
    ['Tue, 14 Nov 2023 22:13:20 +0000', '2023-11-14T22:13:20.000Z'],
    ['14 Nov 2023 22:13 EST', '2023-11-15T03:13:00.000Z'],
    ['1700000000000', '2023-11-14T22:13:20.000Z'],
  ])('reads %s as an instant', (value, instant) => {
    expect(readDatetime(value)).toEqual({ instant });
  });

  it('takes a time of day without a zone as UTC', () => {
    expect(readDatetime('2023-11-14T22:13')).toEqual({ instant: '2023-11-14T22:13:00.000Z' });
  });

  it.each(['2023-11-14', '2023/11/14', ' 2023-11-14 ', '14 November 2023', '2023年11月14日'])(
    'reads %s as a day',
    (value) => {
      expect(readDatetime(value)).toEqual({ date: '2023-11-14' });
    },
  );

  it.each([
    '',
    '24 minutes ago',
    '2023-11',
    '2023',
    '22:13',
    'PT3M',
    '2023-02-30',
    '2023-11-14T25:00Z',
    '14 Foo 2023',
    '1970-01-01T00:00:00Z',
    '0001-01-01T00:00:00',
    'undefined',
  ])('rejects %j', (value) => {
    expect(readDatetime(value)).toBeUndefined();
  });

  it('returns a date that exists or none, for any text', () => {
    const digits = fc.stringMatching(/^\d{4}-\d{1,2}-\d{1,2}(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (value) => {
        const read = readDatetime(value);
        if (read !== undefined) expect(new Date('instant' in read ? read.instant : read.date).getTime()).not.toBeNaN();
      }),
    );
  });
});

describe('readDateLine', () => {
  it('reads a labelled line', () => {
    expect(readDateLine('日期：Tue, 14 Nov 2023 22:13:20 +0000')).toEqual({ instant: '2023-11-14T22:13:20.000Z' });
    expect(readDateLine('Date: 2023-11-14')).toEqual({ date: '2023-11-14' });
  });

  it.each(['Tue, 14 Nov 2023 22:13:20 +0000', '日期：不详', '日期', `日期：${' '.repeat(1e6)}`])(
    'leaves %.30j alone',
    (line) => {
      expect(readDateLine(line)).toBeUndefined();
    },
  );
});
