import { describe, expect, it } from 'vitest';
import { fitsButton, isLinkable, isShowable } from '../../../../adapters/discord/render/linkable.ts';
import { isTooLongForAlt, toMedia } from '../../../../adapters/discord/render/picture.ts';

const address = (chars: number) => 'https://example.org/'.padEnd(chars, 'a');

describe('an address on Discord', () => {
  it.each([
    ['of a link', isLinkable, 2048],
    ['of a picture', isShowable, 2048],
    ['of a button', fitsButton, 512],
  ] as const)('%s has a maximal length', (_whose, isSupported, most) => {
    expect([most, most + 1].map((chars) => isSupported(address(chars)))).toEqual([true, false]);
  });

  it('of a link is measured as it is written, with unsafe characters encoded', () => {
    expect(isLinkable(`https://example.org/${'('.repeat(600)}`)).toBe(true);
    expect(isLinkable(`https://example.org/${'('.repeat(700)}`)).toBe(false);
  });
});

describe('the description of a picture on Discord', () => {
  const describedBy = (words: string) =>
    toMedia({ url: address(40), fallbacks: [], alt: '', caption: null, credit: null }, words)?.description;

  it('has a maximal length, up to which it is whole', () => {
    const whole = 'a'.repeat(1024);
    expect([describedBy(whole), isTooLongForAlt(whole)]).toEqual([whole, false]);
    expect([describedBy(`${whole}a`), isTooLongForAlt(`${whole}a`)]).toEqual([`${'a'.repeat(1023)}…`, true]);
  });

  it('is not cut inside of a character', () => {
    expect(describedBy('😀'.repeat(600))).toBe(`${'😀'.repeat(511)}…`);
  });
});
