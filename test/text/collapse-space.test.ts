import { describe, expect, it } from 'vitest';
import { collapseSpace } from '../../src/text/collapse-space.ts';

describe('collapseSpace', () => {
  it('replaces every run of white space by one space', () => {
    expect(collapseSpace('\u00a0a \t\n b\u3000\u2003c ')).toBe('a b c');
  });

  it('removes zero-width spaces and byte-order marks without splitting a word', () => {
    expect(collapseSpace('\ufeffa\u200bb \ufeff c\u2060')).toBe('ab c');
  });

  it('keeps the joiners that shape letters and emoji', () => {
    expect(collapseSpace('می‌خواهم 👩‍🌾')).toBe('می‌خواهم 👩‍🌾');
  });
});
