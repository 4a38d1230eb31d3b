import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGraphemes } from '../../src/text/graphemes.ts';
import { widthOf } from '../../src/text/width.ts';
import { wrapPieces } from '../../src/view/wrap-text.ts';

function wrap(text: string, width: number | undefined): string[] {
  return wrapPieces([{ text, style: 'plain' }], width).map((line) => line.map((piece) => piece.text).join(''));
}

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('渡口', '，', '“', '”', ' ', '\n', '（', 'word', '👩‍👩‍👧‍👦'),
    ),
  )
  .map((parts) => parts.join(''));

describe('wrapping', () => {
  it('breaks at spaces and drops the space', () => {
    expect(wrap('the last bus leaves', 9)).toEqual(['the last', 'bus', 'leaves']);
  });

  it('breaks between wide characters, each two columns', () => {
    expect(wrap('渡口的清晨', 4)).toEqual(['渡口', '的清', '晨']);
  });

  it('starts no line with closing punctuation and ends none with opening', () => {
    expect(wrap('他说，“好。”', 8)).toEqual(['他说，', '“好。”']);
  });

  it('keeps the line breaks of the text', () => {
    expect(wrap('a\n\nb', 10)).toEqual(['a', '', 'b']);
    expect(wrap('a\n\nb', undefined)).toEqual(['a', '', 'b']);
  });

  it('never breaks an address', () => {
    const url = `https://example.org/${'a'.repeat(90)}`;
    expect(wrap(`see ${url} there`, 20)).toEqual(['see', url, 'there']);
  });

  it('keeps punctuation next to an address, and other words whole', () => {
    const address = { text: '(https://example.org/long)', style: 'subtle', solid: true } as const;
    const pieces = [
      { text: 'the words ', style: 'plain' } as const,
      address,
      { text: '，and more', style: 'plain' } as const,
    ];
    const lines = wrapPieces(pieces, 14).map((line) => line.map(({ text }) => text).join(''));
    expect(lines).toEqual(['the words', '(https://example.org/long)，', 'and more']);
    expect(wrap('at times:https://example.org/aaaaaaaa', 8)).toEqual(['at', 'times:', 'https://example.org/aaaaaaaa']);
  });

  it('ends no line with a space', () => {
    const spaces = [
      { text: 'a ', style: 'strong' } as const,
      { text: ' ', style: 'plain' } as const,
      { text: 'bcd', style: 'plain' } as const,
    ];
    expect(wrapPieces(spaces, 4).map((line) => line.map(({ text }) => text))).toEqual([['a'], ['bcd']]);
  });

  it('keeps a word together if a part is strong', () => {
    const lines = wrapPieces(
      [
        { text: 'a half', style: 'plain' },
        { text: 'strong', style: 'strong' },
      ],
      11,
    );
    expect(lines.map((line) => line.map(({ text }) => text))).toEqual([['a'], ['half', 'strong']]);
  });

  it('loses only spaces, and makes no line too wide', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 8, max: 60 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) if (!/https?:/u.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('width', () => {
  it.each([
    ['abc', 3],
    ['渡口', 4],
    ['，。', 4],
    ['ｆ', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇹🇼', 2],
    ['❤️', 2],
    ['e\u0301', 1],
    ['한국', 4],
    ['مكتبة', 5],
    ['\u200B', 0],
    ['🖼', 1],
  ])('of %s is %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('counts a family emoji as one grapheme', () => {
    expect(toGraphemes('a👩‍👩‍👧‍👦b')).toEqual(['a', '👩‍👩‍👧‍👦', 'b']);
  });
});
