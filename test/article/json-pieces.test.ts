import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from '../../src/article/json-pieces.ts';

const join = (value: unknown) => [...jsonPieces(value)].join('');

describe('the pieces of JSON', () => {
  it('are together the JSON of any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(join(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it.each([
    ['a long string', 'x"\ud800\n'.repeat(50_000)],
    ['a long list of strings', Array.from({ length: 30_000 }, (_, at) => `word "${at}"`)],
    ['lists of a long string', [['x'.repeat(100_000)], ['y'], ['z'.repeat(100_000), 'y']]],
    ['nested lists and objects', { one: Array.from({ length: 9000 }, (_, at) => ({ at, more: [{ text: `${at}` }] })) }],
    ['absent properties', { one: undefined, two: ['x'.repeat(100_000)], three: undefined }],
    ['small values before and after a large one', [1, 'x'.repeat(100_000), 2, null]],
  ])('are together the JSON of %s', (_what, value) => {
    expect(join(value)).toBe(JSON.stringify(value));
  });

  it('are many for a large value, and none is much larger than the others', () => {
    const sections = Array.from({ length: 100 }, () => ({ text: Array.from({ length: 100 }, () => 'x'.repeat(1000)) }));
    const lengths = [...jsonPieces({ sections })].map(({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThan(200_000);
    expect(lengths.length).toBeLessThan(1000);
  });
});
