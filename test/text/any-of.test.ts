import { describe, expect, it } from 'vitest';
import { anyOf } from '../../src/text/any-of.ts';

describe('anyOf', () => {
  const pattern = anyOf([/^(?:red|blue) boat$/u, /^harbour/iu, /a.b$/su]);

  it('matches what one of the patterns matches', () => {
    expect(['red boat', 'blue boat', 'harbour lights'].filter((text) => pattern.test(text))).toHaveLength(3);
  });

  it('matches nothing else', () => {
    expect(['red boats', 'a blue boat', 'the harbour', ''].filter((text) => pattern.test(text))).toEqual([]);
  });

  it('keeps the flags of each pattern to itself', () => {
    expect(pattern.test('HARBOUR')).toBe(true);
    expect(pattern.test('Red boat')).toBe(false);
    expect(pattern.test('a\nb')).toBe(true);
    expect(pattern.test('A\nb')).toBe(false);
  });
});
