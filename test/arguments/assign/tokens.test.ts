import { describe, expect, it } from 'vitest';
import { joinTokens, splitTokens } from '../../../src/arguments/assign/tokens.ts';

describe('typed text', () => {
  it.each([
    ['one two', ['one', 'two']],
    ['  one\t\n two ', ['one', 'two']],
    ['"night bus" 2', ['«night bus»', '2']],
    ['“台湾 问题” 2', ['«台湾 问题»', '2']],
    ['「台灣 問題」', ['«台灣 問題»']],
    ["'a b' c", ['«a b»', 'c']],
    ["driver's seat isn't", ["driver's", 'seat', "isn't"]],
    ['say "unclosed words', ['say', '"unclosed', 'words']],
    ['5" screen', ['5"', 'screen']],
    ['bus -"night london" －「夜 车」', ['bus', '-"night london"', '－「夜 车」']],
    ['-"unclosed words', ['-"unclosed', 'words']],
    ['每天8点，台湾、香港；完整', ['每天8点', '台湾', '香港', '完整']],
    ['8am,taiwan bbc.com,dw.com', ['8am', 'taiwan', 'bbc.com', 'dw.com']],
    ['每天8点,台湾', ['每天8点', '台湾']],
    ['8,12,18 1,000', ['8,12,18', '1,000']],
    ['「台灣、海峽」，“a b”、-「夜，车」', ['«台灣、海峽»', '«a b»', '-「夜，车」']],
    ['https://example.org/a,b，2', ['https://example.org/a,b', '2']],
    ['　台湾　＃香港　', ['台湾', '＃香港']],
    ['"" x', ['x']],
    ['', []],
  ])('splits %j at spaces and commas outside of quotes', (typed, tokens) => {
    expect(splitTokens(typed).map(({ text, quoted }) => (quoted ? `«${text}»` : text))).toEqual(tokens);
  });

  it.each(['联合国、欧盟：谈判', 'Night bus, the people', '下午3点、5点'])(
    'joins the tokens of %j to the original text',
    (typed) => {
      expect(joinTokens(splitTokens(typed))).toBe(typed);
    },
  );
});
