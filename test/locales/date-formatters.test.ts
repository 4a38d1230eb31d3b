import { describe, expect, it } from 'vitest';
import { dateFormatter } from '../../src/locales/date-formatters.ts';

const DAY = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const BEFORE_MIDNIGHT = new Date('2026-03-01T23:30:00Z');

describe('a formatter of dates', () => {
  it('is made once', () => {
    expect(dateFormatter('en-GB', { ...DAY, timeZone: 'UTC' })).toBe(
      dateFormatter('en-GB', { ...DAY, timeZone: 'UTC' }),
    );
  });

  it('is another one for another language, zone or style', () => {
    const shown = [
      dateFormatter('en-GB', { ...DAY, timeZone: 'UTC' }),
      dateFormatter('en-US', { ...DAY, timeZone: 'UTC' }),
      dateFormatter('en-GB', { ...DAY, timeZone: 'Asia/Shanghai' }),
      dateFormatter('en-GB', { weekday: 'short', timeZone: 'UTC' }),
    ].map((formatter) => formatter.format(BEFORE_MIDNIGHT));
    expect(shown).toEqual(['01/03/2026', '3/1/2026', '02/03/2026', 'Sun']);
  });

  it('is made anew when too many are kept', () => {
    const first = dateFormatter('en-GB', { ...DAY, timeZone: 'UTC' });
    for (const timeZone of Intl.supportedValuesOf('timeZone')) dateFormatter('en-GB', { ...DAY, timeZone });
    const again = dateFormatter('en-GB', { ...DAY, timeZone: 'UTC' });
    expect(again).not.toBe(first);
    expect(again.format(BEFORE_MIDNIGHT)).toBe('01/03/2026');
  });
});
