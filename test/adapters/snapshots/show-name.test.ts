import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showName } from '../../../adapters/snapshots/show-name.ts';

const shown = (name: string) => showName(new TextEncoder().encode(name));

describe('a name', () => {
  it.each(['a.md', '海峡 (1).md', 'Ça va?.txt', '🚢.html', 'مقال.md', 'a/b', ' '])('stands as it is: %s', (name) => {
    expect(shown(name)).toBe(name);
  });

  it.each([
    ['a line break', 'a\nb', 'a\\nb'],
    ['a return', 'a\rb', 'a\\u{d}b'],
    ['a terminal command', '\u001b[2Jb', '\\u{1b}[2Jb'],
    ['a sign that turns the direction', 'a\u202egnp.md', 'a\\u{202e}gnp.md'],
    ['a sign that nobody sees', 'a\u200b\ufeffb', 'a\\u{200b}\\u{feff}b'],
    ['a line separator', 'a\u2028\u2029b', 'a\\u{2028}\\u{2029}b'],
    ['a private character', 'a\ue000b', 'a\\u{e000}b'],
    ['a tag beyond the first plane', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['an unassigned character', 'a\u0378b', 'a\\u{378}b'],
    ['a backslash', 'a\\nb', 'a\\\\nb'],
  ])('has %s escaped', (_name, name, safe) => {
    expect(shown(name)).toBe(safe);
  });

  it.each([
    [[0x61, 0xe9, 0x62], 'a\\xe9b'],
    [[0x61, 0x0a, 0xff], 'a\\x0a\\xff'],
    [[0x5c, 0xff], '\\\\\\xff'],
    [[0x7f, 0x80], '\\x7f\\x80'],
    // A surrogate in UTF-8, and a zero written long.
    [[0xed, 0xa0, 0x80], '\\xed\\xa0\\x80'],
    [[0xc0, 0x80], '\\xc0\\x80'],
  ])('that is no UTF-8 has its bytes shown: %j', (bytes, safe) => {
    expect(showName(Uint8Array.from(bytes))).toBe(safe);
  });

  it('keeps a byte-order mark, shown', () => {
    expect(showName(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\\u{feff}a');
  });

  it('is plain text, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (name) => {
        expect(showName(name)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('is never shown like another', () => {
    const part = fc.constantFrom(
      ...['\\', 'n', '\n', 'x', 'f', '\u202e', 'u{202e}'].map((text) => Buffer.from(text)),
      Buffer.of(0xff),
    );
    const name = fc.array(part, { maxLength: 4 }).map((parts) => Buffer.concat(parts));
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(showName(one) === showName(other)).toBe(one.equals(other));
      }),
      { numRuns: 3000 },
    );
  });
});
