import { describe, expect, it } from 'vitest';
import { renderPieces, type TerminalStyle } from '../../src/view/terminal-style.ts';

const ESC = '\u001B';

describe('coloured text', () => {
  it.each<[TerminalStyle, string]>([
    ['plain', 'x'],
    ['heading', `${ESC}[1mx${ESC}[22m`],
    ['strong', `${ESC}[1mx${ESC}[22m`],
    ['emphasis', `${ESC}[3mx${ESC}[23m`],
    ['code', `${ESC}[36mx${ESC}[39m`],
    ['link', `${ESC}[4mx${ESC}[24m`],
    ['subtle', `${ESC}[2mx${ESC}[22m`],
  ])('resets the style after %s', (style, shown) => {
    expect(renderPieces([{ text: 'x', style }], true)).toBe(shown);
    expect(renderPieces([{ text: 'x', style }], false)).toBe('x');
  });

  it('combines with other styles', () => {
    const pieces = [
      { text: 'a', style: 'strong' },
      { text: 'b', style: 'plain' },
    ] as const;
    expect(renderPieces(pieces, true)).toBe(`${ESC}[1ma${ESC}[22mb`);
    expect(renderPieces([], true)).toBe('');
  });
});
