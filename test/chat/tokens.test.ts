import { describe, expect, it } from 'vitest';
import { splitTokens } from '../../src/chat/tokens.ts';

describe('what was typed', () => {
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
    ['"" x', ['x']],
    ['', []],
  ])('%j is split at spaces, but for quotes', (typed, tokens) => {
    expect(splitTokens(typed).map(({ text, quoted }) => (quoted ? `«${text}»` : text))).toEqual(tokens);
  });
});
