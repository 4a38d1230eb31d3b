import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rememberTests } from '../../src/text/remembered-test.ts';

it('answers like the pattern, however often it is asked', () => {
  const pattern = /^a.*b$/su;
  const remembered = rememberTests(pattern);
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'ab', 'a b', 'ba', `a${' '.repeat(200)}b`));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
      for (const one of [...texts, ...texts]) expect(remembered.test(one)).toBe(pattern.test(one));
    }),
  );
});

it('answers more texts than it remembers', () => {
  const remembered = rememberTests(/7$/);
  for (let number = 0; number < 2000; number += 1) expect(remembered.test(`n${number}`)).toBe(number % 10 === 7);
});
