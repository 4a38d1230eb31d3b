import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, packMessages } from '../../../src/messaging/rich-text/pack-messages.ts';

const LIMIT = 10;

/** Words in messages of ten characters, with a space between words. */
const budget: Budget<string, number> = {
  empty: 0,
  add: (load, word, previous) => load + word.length + (previous === undefined ? 0 : 1),
  fits: (load) => load <= LIMIT,
  cut(word, load, previous) {
    const room = LIMIT - load - (previous === undefined ? 0 : 1);
    return room < 2 ? undefined : [word.slice(0, room), word.slice(room)];
  },
};

describe('packing parts into messages', () => {
  it.each<[string, string[], string[][]]>([
    ['nothing', [], []],
    ['what fits into one message', ['one', 'two'], [['one', 'two']]],
    ['what fills one message exactly', ['12345', '1234'], [['12345', '1234']]],
    ['a part that fits only into the next', ['12345', '12345'], [['12345'], ['12345']]],
    ['a part too large for any message', ['123', 'abcdefghijklmno'], [['123', 'abcdef'], ['ghijklmno']]],
    [
      'a large part with too little room before it',
      ['12345678', 'abcdefghijkl'],
      [['12345678'], ['abcdefghij'], ['kl']],
    ],
  ])('divides %s in order', (_what, parts, messages) => {
    expect(packMessages(parts, budget)).toEqual(messages);
  });

  it('fills the message of a divided part further, unless the cut ends it', () => {
    const halves: Budget<string, number> = {
      ...budget,
      cut: (word) => [word.slice(0, word.length / 2), word.slice(word.length / 2)],
    };
    expect(packMessages(['abcdefghijkl', 'xyz'], halves)).toEqual([['abcdef'], ['ghijkl', 'xyz']]);
    expect(packMessages(['x', 'abcdefghijkl', 'y'], { ...halves, cutEndsMessage: true })).toEqual([
      ['x', 'abcdef'],
      ['ghijkl', 'y'],
    ]);
  });

  it('gives a part that is too large and cannot be divided a message of its own', () => {
    const rigid: Budget<string, number> = { ...budget, cut: () => undefined };
    expect(packMessages(['a', 'abcdefghijkl', 'b'], rigid)).toEqual([['a'], ['abcdefghijkl'], ['b']]);
  });

  it('loses and repeats nothing, and exceeds no limit', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 40 })), fc.boolean(), (parts, cutEndsMessage) => {
        const messages = packMessages(parts, { ...budget, cutEndsMessage });
        expect(messages.flat().join('')).toBe(parts.join(''));
        expect(messages.filter((words) => words.join(' ').length > LIMIT || words.length === 0)).toEqual([]);
      }),
    );
  });
});
