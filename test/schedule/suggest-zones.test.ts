import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestZones } from '../../src/schedule/suggest-zones.ts';

describe('suggested zones', () => {
  it('are those of big cities if nothing is typed', () => {
    expect(suggestZones('', 8)).toEqual(expect.arrayContaining(['Asia/Shanghai', 'Asia/Taipei', 'America/New_York']));
    expect(suggestZones(' ', 25)).toHaveLength(25);
  });

  it.each([
    ['shang', 'Asia/Shanghai'],
    ['york', 'America/New_York'],
    ['北', 'Asia/Shanghai'],
    ['紐', 'America/New_York'],
    ['san f', 'America/Los_Angeles'],
    ['utc+8', 'Etc/GMT-8'],
    ['utc', 'UTC'],
    ['euro', 'Europe/London'],
    ['europe/be', 'Europe/Berlin'],
    ['台灣', 'Asia/Taipei'],
    ['SAO', 'America/Sao_Paulo'],
    ['ｔｏｋ', 'Asia/Tokyo'],
    ['calcutta', 'Asia/Kolkata'],
    ['CST', 'Asia/Shanghai'],
    ['bst', 'Europe/London'],
  ])('for %s start with %s', (typed, zone) => {
    expect(suggestZones(typed, 5)[0]).toBe(zone);
  });

  it('rank a prefix match before any other match', () => {
    const found = suggestZones('ma', 100);
    expect(found.indexOf('Asia/Macau')).toBeLessThan(found.indexOf('Africa/Bamako'));
    expect(found).toContain('Africa/Bamako');
  });

  it('are empty for an unknown place', () => {
    expect(suggestZones('qqq', 10)).toEqual([]);
  });

  it('respect the limit and are unique, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.integer({ min: 0, max: 25 }), (typed, limit) => {
        const found = suggestZones(typed, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
