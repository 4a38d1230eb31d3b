import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSafeText } from '../../src/text/safe-text.ts';

describe('toSafeText', () => {
  it.each([
    [
      'one\r\ntwo\rthree\u2028four\u2029five\u0085six\u000Bseven\u000Ceight',
      'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight',
    ],
    ['a\tb', 'a  b'],
    ['\u001B[31mred\u001B[0m', '[31mred[0m'],
    ['\u009B2Jclear\u0007', '2Jclear'],
    ['safe\u202Eevil\u202C \u2066apart\u2069', 'safeevil apart'],
    ['\uFEFFmark', 'mark'],
    ['half \uD83D', 'half \uFFFD'],
    ['👩‍👩‍👧‍👦 مرحبا\u200F e\u0301', '👩‍👩‍👧‍👦 مرحبا\u200F e\u0301'],
  ])('converts %j to %j', (text, safe) => {
    expect(toSafeText(text)).toBe(safe);
  });

  it('never controls a terminal, and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = toSafeText(text);
        expect(safe).not.toMatch(/[^\P{Cc}\n]/u);
        expect(safe.match(/\p{L}/gu)).toEqual(text.toWellFormed().match(/\p{L}/gu));
        expect(toSafeText(safe)).toBe(safe);
      }),
    );
  });
});
