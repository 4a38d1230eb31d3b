import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignArgs, type Hints } from '../../../src/arguments/assign/assign-args.ts';
import type { Args } from '../../../src/chat/command.ts';

const HINTS: Hints = { namesArticle: async () => false, namesSection: () => false, numberIsSection: false };
const text = { kind: 'text', summary: 'arg.words', optional: true } as const;
const args = {
  colour: { ...text, accepts: (words) => /^(?:red|blue|dark (?:red|blue))$/u.test(words) },
  size: { ...text, accepts: (words) => /^\d+ ?cm$/u.test(words) },
  style: { ...text, choices: ['brief', 'full'] },
  topics: { ...text },
} as const satisfies Args;

const assign = (typed: string) => assignArgs(args, typed, HINTS);

describe('words that fit only one argument', () => {
  it.each<[string, Record<string, string>]>([
    ['red blue', { colour: 'blue', topics: 'red' }],
    ['red dark blue boat', { colour: 'dark blue', topics: 'red boat' }],
    ['12 cm boat', { size: '12 cm', topics: 'boat' }],
    ['12cm 13cm', { size: '13cm', topics: '12cm' }],
    ['boat full red', { colour: 'red', style: 'full', topics: 'boat' }],
    ['"red" \'12cm\' boat', { topics: 'red 12cm boat' }],
    ['-"dark red" boat', { topics: '-"dark red" boat' }],
    ['blue; boat, 12cm!', { colour: 'blue', size: '12cm', topics: 'boat,' }],
    ['blue，boat；12cm', { colour: 'blue', size: '12cm', topics: 'boat' }],
    ['boat，tea、red', { colour: 'red', topics: 'boat，tea' }],
    ['', {}],
  ])('%s', async (typed, given) => {
    expect(await assign(typed)).toEqual(given);
  });

  it('are matched in any order, without losing or repeating a word', async () => {
    const word = fc.oneof(
      fc.constantFrom('red', 'blue', '12cm', 'full', 'brief', 'dark'),
      fc.stringMatching(/^[a-z]{4,9}$/u).filter((one) => one !== 'full'),
      fc.constantFrom('台湾', '-sport', '8'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
        const given = await assign(words.join(' '));
        const read = Object.values(given).flatMap((value) => value.split(' '));
        expect(read.toSorted()).toEqual(words.flatMap((one) => one.split(' ')).toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it('are the same with any words between them', async () => {
    const parts = [['dark red'], ['12 cm'], ['full'], ['boat'], ['tea']];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(parts, { minLength: parts.length }), async (shuffled) => {
        const { topics = '', ...given } = await assign(shuffled.flat().join(' '));
        expect(given).toEqual({ colour: 'dark red', size: '12 cm', style: 'full' });
        expect(topics.split(' ').toSorted()).toEqual(['boat', 'tea']);
      }),
    );
  });
});
