import { describe, expect, it } from 'vitest';
import { afterRightToLeft } from '../../src/text/after-right-to-left.ts';

describe('text behind other text in a line', () => {
  it.each([
    ['كل خميس تصل الشاحنة.', '1 picture', '\u200E1 picture'],
    ['ספריה', ' · 3 links', '\u200E · 3 links'],
    ['كل خميس تصل الشاحنة.', 'picture 1', 'picture 1'],
    ['Night bus', '1 picture', '1 picture'],
    ['台湾', '图片 3', '图片 3'],
  ])('keeps its number in place: %s · %s', (before, text, marked) => {
    expect(afterRightToLeft(before, text)).toBe(marked);
  });
});
